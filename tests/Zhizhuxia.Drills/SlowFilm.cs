using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.Drills;

/// <summary>Films that no browser plays and that take a while to transcode.</summary>
internal static class SlowFilm
{
    private const string Arguments = "-f lavfi -i testsrc2=s=1280x720:r=30:d=60 -c:v mpeg4 -q:v 6";

    /// <summary>Hands in that many.</summary>
    /// <param name="folder">For the film while it is drawn.</param>
    public static async Task SendAsync(TusClient tus, int count, string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, "drawn.mp4");
        var film = await MadeFilm.MakeAsync(path, Arguments, ct);
        File.Delete(path);
        using (await tus.Http.GetAsync(new Uri("/submit", UriKind.Relative), ct))
        {
            // the browser gets its cookie
        }
        for (var number = 0; number < count; number++)
        {
            var upload = await tus.UploadAsync(Guid.CreateVersion7(), TusClient.Padded(film, [(byte)number]));
            using var answer = await Forms.SubmitAsync(tus.Http, Forms.Film(upload), Guid.NewGuid().ToString("N"));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Command lines of those that transcode for this portal, one a film.</summary>
    public static IReadOnlyList<string> ChildrenOf(PortalProcess portal) =>
        [.. Children.Of(portal.DataFolder).Where(line => line.Contains("proxy.m3u8", StringComparison.Ordinal)).Distinct()];
}
