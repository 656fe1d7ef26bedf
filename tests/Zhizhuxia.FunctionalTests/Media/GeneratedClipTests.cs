using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>One clip of every kind of media.md §6, made by ffmpeg: looked at rightly, and a verified proxy and ladder come out.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class GeneratedClipTests(MediaRoom media)
{
    private const string Picture = "-f lavfi -i testsrc2=s=320x240:r=30:d=1.5";
    private const string Sound = "-f lavfi -i sine=f=440:d=1.5";
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Name of the clip, arguments, width and height as seen, frames per second, sound.</summary>
    public static TheoryData<string, string, int, int, double, bool> Clips => new()
    {
        { "hdr10.mp4", "-f lavfi -i testsrc2=s=320x240:r=30:d=1 -c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc", 320, 240, 30, false },
        { "vfr.mp4", $"{Picture} -vf setpts='(N+0.6*mod(N,2))/30/TB' -fps_mode passthrough {X264} -video_track_timescale 90000", 320, 240, 30, false },
        { "slow-motion.mp4", $"-f lavfi -i testsrc2=s=320x240:r=240:d=1 {X264}", 320, 240, 240, false },
        { "slow-motion-120.mp4", $"-f lavfi -i testsrc2=s=320x240:r=120:d=1 {X264}", 320, 240, 120, false },
        { "4k60.mp4", $"-f lavfi -i testsrc2=s=3840x2160:r=60:d=0.4 {X264}", 3840, 2160, 60, false },
        { "television.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30000/1001:d=1.5 {X264}", 320, 240, 29.97, false },
        { "camcorder.mts", $"-f lavfi -i testsrc2=s=720x576:r=50:d=1 {Sound} -vf tinterlace=interleave_top,fieldorder=tff {X264} -flags +ildct+ilme -x264-params tff=1 -c:a ac3 -mpegts_m2ts_mode 1 -f mpegts", 720, 576, 25, true },
        { "sound-first.mp4", $"{Sound} {Picture} -map 0 -map 1 {X264} -c:a aac", 320, 240, 30, true },
        { "odd.avi", "-f lavfi -i testsrc=s=321x241:r=25:d=1 -pix_fmt yuvj444p -c:v mjpeg", 321, 241, 25, false },
        { "oblong.mp4", $"{Picture} -vf setsar=4/3 {X264}", 427, 240, 30, false },
        { "tall.mp4", $"-f lavfi -i testsrc2=s=360x780:r=30:d=1 {X264}", 360, 780, 30, false },
        { "interlaced.ts", $"-f lavfi -i testsrc2=s=720x576:r=50:d=1 -vf tinterlace=interleave_top -c:v mpeg2video -flags +ildct+ilme -top 1 -q:v 4", 720, 576, 25, false },
        { "old-phone.3gp", "-f lavfi -i testsrc2=s=176x144:r=15:d=1 -c:v h263", 176, 144, 15, false },
        { "divx.avi", $"{Picture} {Sound} -c:v mpeg4 -c:a libmp3lame", 320, 240, 30, true },
        { "windows.wmv", $"{Picture} {Sound} -c:v wmv2 -c:a wmav2", 320, 240, 30, true },
        { "flash.flv", $"{Picture} {Sound} -c:v flv -c:a libmp3lame -ar 44100", 320, 240, 30, true },
        { "matroska.mkv", $"{Picture} {Sound} {X264} -c:a libopus", 320, 240, 30, true },
        { "web.webm", $"{Picture} {Sound} -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus", 320, 240, 30, true },
        { "theora.ogv", $"{Picture} -c:v libtheora", 320, 240, 30, false },
        { "prores.mov", $"{Picture} {Sound} -c:v prores -c:a pcm_s16le", 320, 240, 30, true },
        { "full-chroma.mp4", $"{Picture} -c:v libx264 -preset ultrafast -pix_fmt yuv444p10le", 320, 240, 30, false },
        { "mono.mp4", $"{Picture} {Sound} {X264} -c:a aac -ac 1", 320, 240, 30, true },
        { "surround.mp4", $"{Picture} {Sound} {X264} -c:a aac -ac 6", 320, 240, 30, true },
        { "four-channels.mov", $"{Picture} {Sound} {X264} -c:a pcm_s16le -ac 4", 320, 240, 30, true },
        { "late-sound.mp4", $"{Picture} -itsoffset 0.5 {Sound} {X264} -c:a aac", 320, 240, 30, true },
        { "late-picture.mkv", $"-itsoffset 0.5 {Picture} {Sound} -map 0 -map 1 {X264} -c:a aac", 320, 240, 30, true },
        { "short-sound.mp4", $"{Picture} -f lavfi -i sine=f=440:d=0.4 {X264} -c:a aac", 320, 240, 30, true },
        { "long-sound.mp4", $"{Picture} -f lavfi -i sine=f=440:d=4 {X264} -c:a aac", 320, 240, 30, true },
        { "fragmented.mp4", $"{Picture} {Sound} {X264} -c:a aac -movflags frag_keyframe+empty_moov", 320, 240, 30, true },
        { "negative.mkv", $"{Picture} {Sound} {X264} -c:a aac -avoid_negative_ts disabled -output_ts_offset -0.7", 320, 240, 30, true },
        { "hours-in.ts", $"{Picture} {Sound} {X264} -c:a aac -output_ts_offset 7200", 320, 240, 30, true },
    };

    [Theory]
    [MemberData(nameof(Clips))]
    public async Task Every_kind_of_film_is_understood_and_made(string name, string arguments, int width, int height, double rate, bool sound)
    {
        var path = await media.MakeAsync(name, arguments);

        var judged = await media.Probe.InspectAsync(path, Ct);

        Assert.Null(judged.RefusalCode);
        var facts = judged.Facts!;
        Assert.Equal((width, height, sound), (facts.Video.DisplayWidth, facts.Video.DisplayHeight, facts.Audio is not null));
        Assert.Equal(rate, facts.Video.FrameRate, rate * 0.01);
        await MakeAsync(path, facts);
    }

    [Theory]
    [InlineData(90, 240, 320)]
    [InlineData(180, 320, 240)]
    [InlineData(270, 240, 320)]
    public async Task A_turned_film_comes_out_upright(int degrees, int width, int height)
    {
        // Red on the left half, blue on the right one.
        var path = await media.MakeAsync("turned.mp4", $"-f lavfi -i color=red:s=160x240:r=30:d=1 -f lavfi -i color=blue:s=160x240:r=30:d=1 -filter_complex hstack {X264}");
        await Turned.ByAsync(path, degrees, Ct);

        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;
        Assert.Equal((degrees, width, height), (facts.Video.RotationDegrees, facts.Video.DisplayWidth, facts.Video.DisplayHeight));
        var folder = await MakeAsync(path, facts);

        // Where red is after a clockwise turn: 90 → top, 180 → right, 270 → bottom.
        var (x, y) = degrees switch { 90 => (width / 2, 10), 180 => (width - 10, height / 2), _ => (width / 2, height - 10) };
        Assert.Equal("red", await ColourAsync(Path.Combine(folder, "240.mp4"), x, y));
    }

    [Fact]
    public async Task Hdr_by_tag_alone_is_shown_as_it_is()
    {
        var path = await media.MakeAsync("tag.mp4", $"{Picture} {X264} -color_trc arib-std-b67 -color_primaries bt2020 -colorspace bt2020nc");

        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;

        Assert.Equal(Hdr.None, facts.Video.Hdr);
        Assert.Contains(MediaWarnings.HdrTagOnly, facts.Warnings);
        await MakeAsync(path, facts);
    }

    [Fact]
    public async Task A_film_cut_off_in_the_middle_is_as_long_as_what_is_there()
    {
        var path = await media.MakeAsync("cut.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=10 {X264} -movflags +faststart");
        await using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);

        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;

        Assert.InRange(facts.DurationSeconds, 3, 7);
        Assert.Contains(MediaWarnings.Truncated, facts.Warnings);
        Assert.False(facts.PlayableInBrowser);
    }

    private async Task<string> MakeAsync(string path, VideoFacts facts)
    {
        var proxy = await media.Transcode.RunAsync(ProxyPlan.For(facts, media.Options.Value), path, media.NewFolder(), null, Ct);
        var folder = media.NewFolder();
        var ladder = await media.Transcode.RunAsync(LadderPlan.For(facts, new LadderOrder(AiLabel.None, 0), media.Options.Value), path, folder, null, Ct);
        Assert.True(proxy.End.Succeeded && ladder.End.Succeeded, proxy.End.Errors + ladder.End.Errors);
        Assert.Empty(proxy.Differences.Concat(ladder.Differences));
        return folder;
    }

    private async Task<string> ColourAsync(string film, int x, int y)
    {
        var pixel = film + ".rgb";
        string[] arguments = ["-nostdin", "-v", "error", "-y", "-i", film, "-frames:v", "1", "-vf", $"crop=2:2:{x}:{y}", "-f", "rawvideo", "-pix_fmt", "rgb24", pixel];
        var end = await media.Processes.RunAsync(new ProcessOrder(new Command(media.Tools.Ffmpeg, arguments), TimeSpan.FromSeconds(20)), Ct);
        Assert.True(end.Succeeded, end.Errors);
        var rgb = await File.ReadAllBytesAsync(pixel, Ct);
        return rgb[0] > rgb[2] ? "red" : "blue";
    }
}
