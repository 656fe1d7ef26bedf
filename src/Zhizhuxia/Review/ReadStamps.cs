using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// Has anything changed on the desk? The database is the truth, as several processes write it. Asked about once a second by each web process, so every
/// question is a short look into an index, however many pieces there are.
/// </summary>
public sealed class ReadStamps(PortalDb db)
{
    /// <summary>Several, as the clocks of two processes may differ: the newest by time need not be the newest of all.</summary>
    private const int Newest = 20;

    /// <param name="pieces">Those that somebody has on the screen.</param>
    public async Task<DeskStamps> RunAsync(IReadOnlyCollection<Guid> pieces, CancellationToken ct) =>
        new(await QueueAsync(ct), pieces.Count == 0 ? new Dictionary<Guid, PieceStamps>() : await PiecesAsync(pieces, ct));

    private async Task<string> QueueAsync(CancellationToken ct)
    {
        var newest = await db.QueueEntries.AsNoTracking().OrderByDescending(entry => entry.ChangedAt).ThenByDescending(entry => entry.Serial).Take(Newest)
            .Select(entry => new { entry.Serial, entry.ChangedAt }).ToListAsync(ct);
        var mails = await db.InboundMails.CountAsync(mail => mail.State == InboundState.Unmatched || mail.State == InboundState.SetAside, ct);
        var parked = await db.Jobs.CountAsync(job => job.State == JobState.Dead, ct);
        return Short(mails, parked, string.Join(',', newest.Select(row => $"{row.Serial}.{row.ChangedAt.UtcTicks}")));
    }

    private async Task<IReadOnlyDictionary<Guid, PieceStamps>> PiecesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var pieces = await db.Submissions.AsNoTracking().Where(piece => ids.Contains(piece.Id)).Select(piece => new { piece.Id, piece.RowVersion }).ToListAsync(ct);
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.SubmissionId != null && ids.Contains(job.SubmissionId.Value) && job.State != JobState.Done)
            .OrderBy(job => job.Id).Select(job => new { job.SubmissionId, job.Id, job.State, job.Progress, job.ProgressNote }).ToListAsync(ct);
        var films = await db.Assets.AsNoTracking().Where(film => ids.Contains(film.SubmissionId))
            .OrderBy(film => film.Id).Select(film => new { film.SubmissionId, film.Id, film.RowVersion }).ToListAsync(ct);
        var notes = await db.FilmNotes.AsNoTracking().Where(note => ids.Contains(note.SubmissionId))
            .GroupBy(note => note.SubmissionId).Select(group => new { group.Key, All = group.Count(), Struck = group.Count(note => note.StruckAt != null) }).ToListAsync(ct);
        return pieces.ToDictionary(piece => piece.Id, piece => new PieceStamps(
            piece.RowVersion.ToString(CultureInfo.InvariantCulture),
            Short(
                string.Join(',', jobs.Where(job => job.SubmissionId == piece.Id).Select(job => $"{job.Id:N}{job.State}{job.Progress:0.00}{job.ProgressNote}")),
                string.Join(',', films.Where(film => film.SubmissionId == piece.Id).Select(film => $"{film.Id:N}{film.RowVersion}"))),
            notes.Find(note => note.Key == piece.Id) is { } found ? $"{found.All}.{found.Struck}" : "0.0"));
    }

    /// <summary>The same parts give the same mark in every process.</summary>
    private static string Short(params ReadOnlySpan<object> parts)
    {
        var text = string.Join('|', parts.ToArray());
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
