using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Clips as phones put them together, in several steps: what media.md §6 lists and one call of ffmpeg cannot make.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class PhoneClipTests(MediaRoom media)
{
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_iphones_hlg_clip_with_edit_list_and_data_track_is_cut_where_the_list_says_and_comes_out_in_ordinary_colours()
    {
        await media.MakeAsync("whole.mov", "-f lavfi -i testsrc2=s=640x360:r=30:d=4 -f lavfi -i sine=d=4 -c:v libx265 -preset ultrafast -pix_fmt yuv420p10le "
            + "-x265-params log-level=error:keyint=15:bframes=0:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc -tag:v hvc1 -c:a aac");
        var path = await media.MakeAsync("iphone.mov", $"-ss 1.2 -i {Path.Combine(media.Folder, "whole.mov")} -c copy -timecode 01:00:00:00");
        await Turned.ByQuarterAsync(path, Ct);

        var facts = await FactsAsync(path);

        Assert.Equal((Hdr.Hlg, 10, 360, 640), (facts.Video.Hdr, facts.Video.BitDepth, facts.Video.DisplayWidth, facts.Video.DisplayHeight));
        Assert.Equal(2.8, facts.DurationSeconds, 0.05);
        var made = await MakeAsync(path, facts);
        Assert.Empty(made.NotForEveryBrowser());
        Assert.Equal(facts.Video.DurationSeconds, made.Seconds, 0.034);
    }

    [Fact]
    public async Task Of_a_motion_photo_the_film_is_made()
    {
        var still = await media.MakeAsync("still.mp4", $"-f lavfi -i testsrc2=s=640x480:r=1:d=1 {X264} -frames:v 1");
        var film = await media.MakeAsync("motion.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=2 -f lavfi -i sine=d=2 {X264} -c:a aac");
        var path = await media.MakeAsync("photo.mp4", $"-i {still} -i {film} -map 0 -map 1 -c copy");

        var facts = await FactsAsync(path);

        Assert.Equal((1, 320, 60), (facts.Video.Index, facts.Video.DisplayWidth, facts.Video.Frames));
        Assert.Equal((320, 240, 2.0), await ShapeAsync(path, facts));
    }

    [Fact]
    public async Task A_cover_is_not_the_film()
    {
        var film = await media.MakeAsync("plain-film.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=1 {X264}");
        var cover = await media.MakeAsync("cover.jpg", "-f lavfi -i testsrc2=s=1280x720:r=1:d=1 -frames:v 1");
        var path = await media.MakeAsync("covered.mp4", $"-i {cover} -i {film} -map 0 -map 1 -c copy -disposition:v:0 attached_pic");

        var facts = await FactsAsync(path);

        Assert.Equal((320, 1), (facts.Video.DisplayWidth, facts.VideoTracks));
        Assert.Equal((320, 240, 1.0), await ShapeAsync(path, facts));
    }

    [Fact]
    public async Task An_old_phones_3gp_with_amr_sound_is_heard()
    {
        // A frame of AMR-NB at 12.2 kbit/s is a head and 31 bytes, 20 ms (RFC 4867 §5.3); ffmpeg has no encoder for it here.
        var sound = Path.Combine(media.Folder, "voice.amr");
        await File.WriteAllBytesAsync(sound, [.. "#!AMR\n"u8, .. Enumerable.Range(0, 100).SelectMany(_ => (byte[])[0x3C, .. new byte[31]])], Ct);
        var path = await media.MakeAsync("voice.3gp", $"-f lavfi -i testsrc2=s=176x144:r=15:d=2 -i {sound} -map 0 -map 1 -c:v h263 -c:a copy");

        var facts = await FactsAsync(path);

        Assert.Equal(("h263", "amr_nb", 1), (facts.Video.Codec, facts.Audio!.Codec, facts.Audio.Channels));
        Assert.Equal(2.0, (await MakeAsync(path, facts)).Seconds, 0.07);
    }

    [Fact]
    public async Task A_screen_recording_that_stands_still_for_seconds_is_as_long_as_it_was()
    {
        var path = await media.MakeAsync("screen.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=2 -vf setpts=PTS+gte(T\\,1)*3/TB -fps_mode passthrough {X264} -video_track_timescale 90000");

        var facts = await FactsAsync(path);

        Assert.True(facts.Video.IsVariable);
        Assert.Equal(5.0, facts.DurationSeconds, 0.05);
        Assert.Equal(5.0, (await MakeAsync(path, facts)).Seconds, 0.07);
    }

    [Fact]
    public async Task A_protected_film_is_named_so_though_ffprobe_takes_it_for_a_clear_one()
    {
        var path = await media.MakeAsync("protected.mp4", $"-f lavfi -i testsrc2=s=320x240:r=30:d=1 {X264} "
            + "-encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8");

        Assert.Equal(MediaRefusals.Encrypted, (await media.Probe.InspectAsync(path, Ct)).RefusalCode);
    }

    [Theory]
    [InlineData("一", 66)]
    [InlineData("🎬'\"`$(touch x);%03d", 1)]
    [InlineData("-i concat:%03d.mp4", 1)]
    [InlineData("file:\u202E4pm.pils", 1)]
    [InlineData("line\nbreak\tand \\back", 1)]
    public async Task A_name_is_no_argument(string word, int times)
    {
        var clip = await media.MakeAsync("named.mp4", $"-f lavfi -i testsrc2=s=160x120:r=25:d=1 {X264}");
        var path = Path.Combine(media.NewFolder(), string.Concat(Enumerable.Repeat(word, times)));
        File.Copy(clip, path);

        var facts = await FactsAsync(path);

        Assert.Equal((160, 120, 1.0), await ShapeAsync(path, facts));
    }

    private async Task<VideoFacts> FactsAsync(string path)
    {
        var judged = await media.Probe.InspectAsync(path, Ct);
        Assert.Null(judged.RefusalCode);
        return judged.Facts!;
    }

    private async Task<(int, int, double)> ShapeAsync(string path, VideoFacts facts)
    {
        var made = await MakeAsync(path, facts);
        return (made.Width, made.Height, Math.Round(made.Seconds, 1));
    }

    /// <summary>Makes proxy and ladder; looks at the top of the ladder.</summary>
    private async Task<MadeFilm> MakeAsync(string path, VideoFacts facts)
    {
        await media.TranscodeFile.RunAsync(RenditionKind.Proxy, facts, path, media.NewFolder(), _ => { }, Ct);
        var folder = media.NewFolder();
        await media.TranscodeFile.RunAsync(RenditionKind.Ladder, facts, path, folder, _ => { }, Ct);
        return await MadeFilm.LookAsync(media, Path.Combine(folder, $"{Rung.Ladder(facts.Video)[0].Name}.mp4"), Ct);
    }
}
