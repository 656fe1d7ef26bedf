using Microsoft.Extensions.Options;
using Zhizhuxia.Demo;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Demo;

/// <summary>The films of the demo look like a phone's, and those that WeChat has shrunk like that.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class DemoFilmTests(MediaRoom media)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Only_a_forwarded_film_is_marked_as_shrunk(bool hevc, bool forwarded)
    {
        var ct = TestContext.Current.CancellationToken;
        var film = DemoPieces.All.Select(piece => piece.Film).OfType<DemoFilm>().First(film => film.Hevc == hevc && film.IsForwarded == forwarded);
        var make = new MakeDemoFilm(media.Processes, media.Tools, Options.Create(new StorageOptions { Root = media.NewFolder() }));

        var judged = await media.Probe.InspectAsync(await make.RunAsync(film, ct), ct);

        Assert.Equal(forwarded, judged.Facts!.RecompressionSigns.Contains(RecompressionSigns.FewBits));
    }
}
