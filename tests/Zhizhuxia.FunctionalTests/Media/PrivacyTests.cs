using Zhizhuxia.Assets;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Own clips that tell all about their maker, in every container that can: nothing of it is in what is delivered.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class PrivacyTests(MediaRoom media)
{
    private const string Film = "-f lavfi -i testsrc2=s=640x480:r=30:d=2 -f lavfi -i sine=f=440:d=2 ";
    private const string Told = "-metadata location=+27.82810+113.15180/ -metadata make=CanaryMaker -metadata model=CanaryModel -metadata artist=CanaryArtist "
        + "-metadata author=CanaryAuthor -metadata title=CanaryTitle -metadata comment=CanaryComment -metadata copyright=CanaryRights -metadata description=CanaryWords "
        + "-metadata com.apple.quicktime.location.ISO6709=+27.82810+113.15180/ -metadata com.apple.quicktime.model=CanaryPhone -metadata com.android.version=CanaryAndroid "
        + "-metadata com.apple.proapps.serialno=CanarySerial -metadata creation_time=2026-03-01T08:15:00Z "
        + "-metadata:s:v handler_name=CanaryVideo -metadata:s:a handler_name=CanaryAudio -metadata:s:v title=CanaryTrack -metadata:s:v encoder=CanaryEncoder -metadata:s:a language=yue ";

    private static readonly string[] Canaries =
    [
        "27.8281", "113.1518", "CanaryMaker", "CanaryModel", "CanaryArtist", "CanaryAuthor", "CanaryTitle", "CanaryComment", "CanaryRights", "CanaryWords",
        "CanaryPhone", "CanaryAndroid", "CanarySerial", "CanaryVideo", "CanaryAudio", "CanaryTrack", "CanaryEncoder", "2026-03-01",
    ];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Container, coding, and how many of the canaries it can hold at least.</summary>
    public static TheoryData<string, string, int> Containers => new()
    {
        { "keys.mov", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -movflags use_metadata_tags", 14 },
        { "udta.mp4", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac", 7 },
        { "loci.3gp", "-s 352x288 -c:v h263 -c:a aac", 3 },
        { "tags.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a libopus", 14 },
        { "info.avi", "-c:v mpeg4 -c:a libmp3lame", 4 },
        { "asf.wmv", "-c:v wmv2 -c:a wmav2", 8 },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task Nothing_of_its_maker_is_in_any_delivered_byte(string name, string coding, int canaries)
    {
        var path = await media.MakeAsync(name, Film + Told + coding);
        var source = await File.ReadAllBytesAsync(path, Ct);
        Assert.True(Canaries.Count(canary => Traitors.Holds(source, canary)) >= canaries, "the clip does not tell enough");
        var inspection = await media.Probe.InspectAsync(path, Ct);
        var facts = inspection.Facts!;
        var folder = media.NewFolder();
        foreach (var kind in (RenditionKind[])[RenditionKind.Proxy, RenditionKind.Ladder])
            await media.TranscodeFile.RunAsync(kind, facts, path, Directory.CreateDirectory(Path.Combine(folder, $"{kind}")).FullName, _ => { }, Ct);
        Assert.NotNull(await media.Posters.MakeAsync(facts, path, folder, Ct));

        Assert.False(inspection.Restricted!.IsEmpty);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, facts.ToJson(), StringComparison.Ordinal));
        Assert.Empty(await Traitors.FindAsync(media, folder, Canaries, Ct));
    }

    [Fact]
    public async Task The_search_itself_finds_what_is_there()
    {
        var folder = media.NewFolder();
        File.Copy(await media.MakeAsync("found.mov", $"{Film}{Told}-c:v mpeg4 -c:a aac -movflags use_metadata_tags"), Path.Combine(folder, "found.mov"));

        var found = await Traitors.FindAsync(media, folder, Canaries, Ct);

        Assert.Contains("found.mov holds 27.8281", found);
        if (Traitors.HasExifTool)
            Assert.Contains(found, line => line.Contains("CanaryModel", StringComparison.Ordinal) && line.Contains("] ", StringComparison.Ordinal));
    }
}
