using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class PlanTests
{
    private static readonly MediaOptions Options = new();
    private static readonly LadderOrder Plain = new(AiLabel.None, 0);

    public static TheoryData<string> Kinds => ["poster", "proxy", "ladder"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_tag_chapter_subtitle_or_data_of_the_source_gets_out(string kind)
    {
        var line = Line(Plan(kind, Recording.Ordinary()));

        Assert.Contains("-map_metadata -1", line, StringComparison.Ordinal);
        Assert.Contains("-sn -dn", line, StringComparison.Ordinal);
        Assert.DoesNotContain("use_metadata_tags", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Inputs_are_guarded(string kind)
    {
        var line = Line(Plan(kind, Recording.Ordinary()));
        var input = line[..line.IndexOf("-i /in/src", StringComparison.Ordinal)];

        foreach (var guard in (string[])["-nostdin", "-protocol_whitelist file", "-format_whitelist mov", "-codec_whitelist h264", "-max_streams 16", "-max_pixels 36000000"])
            Assert.Contains(guard, input, StringComparison.Ordinal);
        Assert.DoesNotContain("hls", input, StringComparison.Ordinal);
        Assert.DoesNotContain("magicyuv", input, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ladder_decodes_once_and_scales_each_size_from_the_one_above()
    {
        var plan = LadderPlan.For(Recording.Ordinary(), Plain, Options);
        var filters = After(plan, "-filter_complex");

        Assert.Equal(1, plan.Arguments.Count(argument => argument == "-i"));
        Assert.StartsWith("[0:0]fps=fps=30/1:start_time=0,scale=1920:1080", filters, StringComparison.Ordinal);
        Assert.Contains("split[v0][s0];[s0]scale=1280:720:flags=bicubic,setsar=1,split[v1][s1];[s1]scale=854:480", filters, StringComparison.Ordinal);
        Assert.Contains("[0:1]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo[a]", filters, StringComparison.Ordinal);
        Assert.Equal("v:0,agroup:sound,name:1080 v:1,agroup:sound,name:720 v:2,agroup:sound,name:480 v:3,agroup:sound,name:360 a:0,agroup:sound,name:audio,default:yes", After(plan, "-var_stream_map"));
    }

    [Fact]
    public void A_last_frame_that_claims_but_a_moment_is_shown_all_the_same()
    {
        var film = Recording.Ordinary();

        Assert.StartsWith("[0:0]fps=fps=30/1:start_time=0:eof_action=pass,", After(LadderPlan.For(film with { Video = film.Video with { EndsShort = true } }, Plain, Options), "-filter_complex"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silent_film_gets_no_sound_rendition()
    {
        var plan = LadderPlan.For(Recording.Ordinary() with { Audio = null }, Plain, Options);

        Assert.DoesNotContain(plan.Outputs, output => output.HasSound);
        Assert.DoesNotContain("[a]", plan.Arguments);
    }

    [Fact]
    public void The_proxy_its_pictures_and_its_measurements_come_from_one_decode()
    {
        var plan = ProxyPlan.For(Recording.Ordinary(), Options);
        var filters = After(plan, "-filter_complex");

        Assert.Equal(1, plan.Arguments.Count(argument => argument == "-i"));
        Assert.StartsWith("[0:0]fps=fps=30/1:start_time=0,split[film][large];[film]scale=960:540", filters, StringComparison.Ordinal);
        foreach (var branch in (string[])["tile=10x6", "scale=1280:720", "blackdetect", "freezedetect", "silencedetect", "ebur128", "dynaudnorm"])
            Assert.Contains(branch, filters, StringComparison.Ordinal);
        Assert.Contains("/out/sheet-%d.jpg", plan.Arguments);
        Assert.Contains("/out/still-%d.jpg", plan.Arguments);
    }

    [Fact]
    public void What_a_file_pretends_to_have_measured_is_thrown_away_before_anything_is()
    {
        var filters = After(ProxyPlan.For(Recording.Ordinary(), Options), "-filter_complex");

        Assert.Contains("metadata=mode=delete,blackdetect", filters, StringComparison.Ordinal);
        Assert.Contains("ametadata=mode=delete,silencedetect", filters, StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_without_sound_is_not_listened_to()
    {
        var filters = After(ProxyPlan.For(Recording.Ordinary() with { Audio = null }, Options), "-filter_complex");

        Assert.DoesNotContain("ebur128", filters, StringComparison.Ordinal);
        Assert.Contains("blackdetect", filters, StringComparison.Ordinal);
    }

    [Fact]
    public void Hdr_is_scaled_first_then_mapped_each_curve_by_itself()
    {
        var ordinary = Recording.Ordinary();
        var hlg = After(ProxyPlan.For(ordinary with { Video = ordinary.Video with { Hdr = Hdr.Hlg } }, Options), "-filter_complex");
        var pq = After(ProxyPlan.For(ordinary with { Video = ordinary.Video with { Hdr = Hdr.Pq } }, Options), "-filter_complex");

        Assert.True(hlg.IndexOf("scale=960:540", StringComparison.Ordinal) < hlg.IndexOf("tonemap", StringComparison.Ordinal));
        Assert.Contains("tin=arib-std-b67", hlg, StringComparison.Ordinal);
        Assert.Contains("tin=smpte2084", pq, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interlaced_film_is_deinterlaced_before_anything_else()
    {
        var ordinary = Recording.Ordinary();
        var filters = After(LadderPlan.For(ordinary with { Video = ordinary.Video with { IsInterlaced = true } }, Plain, Options), "-filter_complex");

        Assert.StartsWith("[0:0]bwdif", filters, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_range_and_old_matrices_become_limited_bt709()
    {
        var ordinary = Recording.Ordinary();
        var filters = After(ProxyPlan.For(ordinary with { Video = ordinary.Video with { IsFullRange = true, ColorMatrix = "bt470bg" } }, Options), "-filter_complex");

        Assert.Contains("in_color_matrix=bt601:out_color_matrix=bt709:in_range=pc:out_range=tv", filters, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nonsense_rotation_is_not_followed()
    {
        var ordinary = Recording.Ordinary();

        Assert.Contains("-noautorotate", ProxyPlan.For(ordinary with { Video = ordinary.Video with { IgnoreRotation = true } }, Options).Arguments);
        Assert.DoesNotContain("-noautorotate", ProxyPlan.For(ordinary, Options).Arguments);
    }

    [Fact]
    public void Larger_and_longer_films_get_more_time()
    {
        var ordinary = Recording.Ordinary();
        var large = ordinary with { Video = ordinary.Video with { CodedWidth = 3840, CodedHeight = 2160, FrameRate = 60 } };

        Assert.True(TranscodePlan.WallFor(large, Options) > TranscodePlan.WallFor(ordinary, Options));
        Assert.True(TranscodePlan.WallFor(ordinary, Options) > Options.TranscodeBaseDeadline);
    }

    private static TranscodePlan Plan(string kind, VideoFacts facts) => kind switch
    {
        "poster" => PosterPlan.For(facts, Options, fromStart: false),
        "proxy" => ProxyPlan.For(facts, Options),
        _ => LadderPlan.For(facts, Plain, Options),
    };

    private static string Line(TranscodePlan plan) => string.Join(' ', plan.Arguments);

    private static string After(TranscodePlan plan, string option) => plan.Arguments[plan.Arguments.ToList().IndexOf(option) + 1];
}
