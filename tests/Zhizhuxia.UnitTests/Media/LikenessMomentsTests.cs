using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class LikenessMomentsTests
{
    private static readonly LadderOrder Plain = new(AiLabel.None, 0);

    [Fact]
    public void Pictures_are_compared_just_behind_key_frames_of_the_film()
    {
        var facts = With([0, 7.1, 14.9, 20.2, 30, 44, 51.5]);

        var seconds = Likeness.Samples(facts, LadderShape.Of(facts, Plain), Plain, Recording.Options).Select(sample => sample.Seconds);

        Assert.Equal([8, 30, 52], seconds); // of the grid of two seconds, within seven of 10, 30 and 52
    }

    [Fact]
    public void A_seek_aims_behind_the_key_frame_that_the_frame_needs_and_never_behind_the_frame()
    {
        var facts = With([0, 8, 16]);

        Assert.Equal(8.002, LikenessMoments.SeekTo(facts, 8), 4);
        Assert.Equal(8.002, LikenessMoments.SeekTo(facts, 8.1), 4);
        Assert.Equal(9.75, LikenessMoments.SeekTo(facts, 10), 4);
        Assert.Equal(7.75, LikenessMoments.SeekTo(facts with { Container = "matroska" }, 8), 4);
    }

    private static VideoFacts With(double[] keys)
    {
        var facts = Recording.Ordinary();
        return facts with { Video = facts.Video with { KeyFrameSeconds = keys } };
    }
}
