using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Films of mails as files of a piece.</summary>
internal static class MailedFilms
{
    /// <summary>Adds them with the jobs that inspect them. What is there already stays as it is.</summary>
    public static void Take(this Submission piece, IReadOnlyList<MailedFilm> films, DateTimeOffset now)
    {
        foreach (var film in films.Where(film => !piece.Assets.Exists(asset => asset.Id == film.AssetId)))
        {
            var asset = new Asset { Id = film.AssetId, SubmissionId = piece.Id, FileName = FileNameText.Of(film.Name), Length = film.Length, CreatedAt = now };
            asset.ArriveStored(film.Sha256, now);
            piece.Assets.Add(asset);
        }
    }
}
