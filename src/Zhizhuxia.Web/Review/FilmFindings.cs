using System.Globalization;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;
using Zhizhuxia.Review;

namespace Zhizhuxia.Web.Review;

/// <summary>The film on the screen with what the machine has found in it.</summary>
/// <param name="Number">Which of the piece's films, from 0.</param>
/// <param name="Asset">The film.</param>
/// <param name="Found">Null until the review proxy is whole.</param>
/// <param name="MayChoose">The person who looks may choose the cover.</param>
public sealed record FilmFindings(int Number, Asset Asset, ReviewFindings? Found, bool MayChoose)
{
    public static FilmFindings Of(PieceModel page, Asset asset) => new(
        page.Film, asset, ReviewFindings.Of(asset),
        asset.State is AssetState.Ready && ChoosePoster.Obstacle(page.Piece, page.Actor, page.Now) is null);

    public string Media => $"/media/{Asset.Id:N}";

    /// <summary>Where the list of small pictures is; null if there is none.</summary>
    public string? Storyboard => Asset.Find(RenditionKind.Storyboard) is { } board ? $"{Media}/storyboard/{board.Entry}" : null;

    public IReadOnlyList<Mark> Marks => Found?.Marks ?? [];

    /// <summary>Stills to choose from; none while there are none, or the choice is not this person's.</summary>
    public IReadOnlyList<PosterCandidate> Stills => MayChoose ? Found?.PosterCandidates ?? [] : [];

    public bool Upright => Asset.Find(RenditionKind.PosterCandidates) is { } stills && stills.Height > stills.Width;

    /// <summary>The still that is the cover now.</summary>
    public bool IsCover(PosterCandidate still) =>
        Asset.Find(RenditionKind.Poster) is { } poster && poster.Entry == still.File && poster.Attempt == Asset.Find(RenditionKind.PosterCandidates)?.Attempt;

    /// <summary>For example "响度 −23.1 LUFS · 真峰值 −1.2 dBTP"; null without sound.</summary>
    public string? LoudnessLine => Found?.Loudness switch
    {
        null => null,
        { IntegratedLufs: <= Loudness.Nothing } => "声音轨里没有声音",
        var loudness => $"响度 {Figure(loudness.IntegratedLufs)} LUFS · 真峰值 {Figure(loudness.TruePeakDbtp)} dBTP",
    };

    /// <summary>A time for attributes.</summary>
    public static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');
}
