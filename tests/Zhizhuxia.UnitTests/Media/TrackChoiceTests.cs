using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class TrackChoiceTests
{
    [Fact]
    public void Of_a_motion_photo_the_film_is_taken_and_not_the_still_before_it()
    {
        var facts = Recording.Facts("motion-photo");

        Assert.Equal((1, 60, 320, 1), (facts.Video.Index, facts.Video.Frames, facts.Video.DisplayWidth, facts.VideoTracks));
        Assert.False(facts.PlayableInBrowser); // a browser would show the still
        Assert.DoesNotContain(MediaWarnings.SeveralVideoTracks, facts.Warnings);
    }

    [Fact]
    public void Sound_before_the_picture_is_sound()
    {
        var facts = Recording.Facts("generated-sound-first");

        Assert.Equal((1, 0), (facts.Video.Index, facts.Audio!.Index));
    }

    [Theory]
    [InlineData("\"attached_pic\": 0", "\"attached_pic\": 1")]
    [InlineData("\"timed_thumbnails\": 0", "\"timed_thumbnails\": 1")]
    [InlineData("\"still_image\": 0", "\"still_image\": 1")]
    public void Covers_thumbnails_and_stills_are_no_film(string part, string instead) =>
        Assert.Equal(MediaRefusals.StillImage, new FactsJudge(Recording.Options).RefuseStreams(Recording.Report("encrypted", part, instead)));

    [Fact]
    public void A_track_shorter_than_half_is_not_the_film_however_large() =>
        Assert.Equal(1, TrackChoice.Video([Picture(0, 3840, 2160), Picture(1, 320, 240)], Lengths((0, 25), (1, 60)))!.Index);

    [Fact]
    public void Most_frames_times_pixels_is_the_film_and_the_default_breaks_a_tie()
    {
        Assert.Equal(1, TrackChoice.Video([Picture(0, 320, 240), Picture(1, 640, 480)], Lengths((0, 60), (1, 50)))!.Index);
        Assert.Equal(1, TrackChoice.Video([Picture(0, 320, 240), Picture(1, 320, 240) with { IsDefault = true }], Lengths((0, 60), (1, 60)))!.Index);
    }

    [Fact]
    public void The_default_sound_is_taken_else_the_one_with_most_channels_but_only_with_packets()
    {
        ProbeTrack[] tracks = [Sound(0, 2), Sound(1, 6), Sound(2, 1) with { IsDefault = true }, Sound(3, 8)];

        Assert.Equal(2, TrackChoice.Audio(tracks, Lengths((0, 60), (1, 60), (2, 60)), oldFormats: true)!.Index);
        Assert.Equal(1, TrackChoice.Audio(tracks, Lengths((0, 60), (1, 60)), oldFormats: true)!.Index);
        Assert.Null(TrackChoice.Audio(tracks, Lengths(), oldFormats: true));
    }

    private static ProbeTrack Picture(int index, int width, int height) => new() { Index = index, Type = "video", Codec = "h264", Width = width, Height = height };

    private static ProbeTrack Sound(int index, int channels) => new() { Index = index, Type = "audio", Codec = "aac", Channels = channels, SampleRate = 48000 };

    private static Func<int, TrackTiming?> Lengths(params (int Index, int Frames)[] tracks) => index =>
        tracks.FirstOrDefault(track => track.Index == index) is { Frames: > 0 } track
            ? TrackTiming.Of([.. Enumerable.Range(0, track.Frames).Select(at => new Packet(at / 30.0, 1 / 30f, 100, at == 0))], isPicture: true)
            : null;
}
