using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class FactsJudgeTests
{
    [Fact]
    public void A_turned_iphone_clip_is_upright_hlg_and_without_the_frame_its_edit_list_drops()
    {
        var facts = Recording.Facts("iphone-hlg");

        Assert.Equal((720, 1280, 90), (facts.Video.DisplayWidth, facts.Video.DisplayHeight, facts.Video.RotationDegrees));
        Assert.Equal((Hdr.Hlg, "8.4", 10, 4), (facts.Video.Hdr, facts.Video.DolbyVision, facts.Video.BitDepth, facts.Video.Frames));
        Assert.False(facts.PlayableInBrowser);
    }

    [Fact]
    public void An_edit_that_begins_between_key_frames_begins_with_its_sound()
    {
        var facts = Recording.Facts("edit-without-key");

        // ffmpeg has its first picture at −0.333 s; by the edit list it is shown at 0.016 s, the sound's first packet at −0.017 s.
        Assert.Equal((0.3333, 0.0173, 0.3506), (facts.Video.ShiftSeconds, facts.TimelineShiftSeconds, Math.Round(facts.PictureShiftSeconds, 4)));
        Assert.Equal((0.0173, 0, 68), (facts.Video.LeadInSeconds, facts.Audio!.LeadInSeconds, facts.Video.Frames));
        Assert.Equal(0.3173, facts.Video.KeyFrameSeconds[0], 0.001);
        Assert.InRange(facts.DurationSeconds, 2.34, 2.36); // by the edit list the last picture ends at 2.351 s
    }

    [Fact]
    public void Place_and_device_are_kept_apart_from_the_facts()
    {
        var judged = Recording.Judge("iphone-hlg");

        Assert.Equal("Apple iPhone 14 Pro", judged.Restricted!.Device);
        Assert.NotNull(judged.Restricted.Location);
        Assert.True(judged.Facts!.HasLocation);
        Assert.DoesNotContain("iPhone", judged.Facts.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("+00.0000", judged.Facts.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mirroring_matrix_is_seen_beside_its_rotation()
    {
        var video = Recording.Facts("mirrored").Video;

        Assert.Equal((90, true), (video.RotationDegrees, video.IsMirrored));
    }

    [Fact]
    public void Two_fields_in_two_packets_are_one_frame()
    {
        var video = Recording.Facts("camcorder-interlaced").Video;

        Assert.Equal((true, 13, 25.0), (video.IsInterlaced, video.Frames, video.FrameRate));
    }

    [Fact]
    public void A_cover_is_not_the_film()
    {
        var facts = Recording.Facts("cover-picture");

        Assert.Equal(("h264", 60, 1), (facts.Video.Codec, facts.Video.Frames, facts.VideoTracks));
    }

    [Fact]
    public void Milliseconds_do_not_hide_thirty_frames_per_second()
    {
        var video = Recording.Facts("flash-milliseconds").Video;

        Assert.Equal(30.0, video.FrameRate, 0.05);
        Assert.False(video.IsVariable);
    }

    [Fact]
    public void A_film_that_was_cut_off_is_as_long_as_its_packets()
    {
        var facts = Recording.Facts("truncated");

        Assert.Equal(11.05, facts.HeaderDurationSeconds!.Value, 0.01);
        Assert.InRange(facts.DurationSeconds, 0.6, 1.23);
        Assert.Contains(MediaWarnings.Truncated, facts.Warnings);
    }

    [Fact]
    public void Sound_that_cannot_be_read_leaves_the_picture()
    {
        var facts = Recording.Facts("sound-without-codec");

        Assert.Null(facts.Audio);
        Assert.Contains(MediaWarnings.AudioUnreadable, facts.Warnings);
    }

    [Fact]
    public void A_coding_without_a_decoder_is_named() =>
        Assert.Equal(MediaRefusals.UnsupportedCodec, new FactsJudge(Recording.Options).RefuseStreams(Recording.Report("vvc")));

    [Fact]
    public void A_webcam_that_drops_frames_is_variable()
    {
        var video = Recording.Facts("webcam-variable").Video;

        Assert.True(video.IsVariable);
        Assert.Equal(8.5, video.AverageFrameRate, 0.1);
    }

    [Fact]
    public void Of_two_pictures_the_larger_is_taken_and_the_editor_told()
    {
        var facts = Recording.Facts("two-pictures");

        Assert.Equal((3, 480), (facts.Video.Index, facts.Video.DisplayWidth));
        Assert.Contains(MediaWarnings.SeveralVideoTracks, facts.Warnings);
    }

    [Fact]
    public void Facts_survive_their_json()
    {
        var facts = Recording.Facts("iphone-hlg");

        Assert.Equal(facts.ToJson(), VideoFacts.FromJson(facts.ToJson()).ToJson());
    }

    [Fact]
    public void A_film_longer_than_allowed_is_refused_by_its_packets()
    {
        var strict = new FactsJudge(new MediaOptions { MaxDuration = TimeSpan.FromSeconds(10) });

        Assert.Equal(MediaRefusals.TooLong, strict.Judge(Recording.Report("two-pictures"), Recording.Packets("two-pictures"), 1).RefusalCode);
    }

    [Fact]
    public void More_packets_than_memory_is_given_for_are_refused()
    {
        var table = new PacketTable(2);
        for (var i = 0; i < 3; i++)
            table.AddLine($"0,{i}.0,{i}.0,1.0,100,K__");

        Assert.Equal(MediaRefusals.TooComplex, new FactsJudge(Recording.Options).Judge(Recording.Report("iphone-hlg"), table, 1).RefusalCode);
    }
}
