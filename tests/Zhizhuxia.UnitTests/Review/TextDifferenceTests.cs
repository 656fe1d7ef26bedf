using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Review;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("湘江边的风筝", "湘江边的风筝", "湘江边的风筝")]
    [InlineData("", "风筝", "+风筝")]
    [InlineData("风筝", "", "-风筝")]
    [InlineData("湘江边的风筝", "湘江的纸风筝", "湘江|-边|的|+纸|风筝")]
    [InlineData("天还没亮", "天刚刚亮", "天|-还没|+刚刚|亮")]
    [InlineData("好😀", "好😁", "好|-😀|+😁")]
    public void What_changed_is_shown_in_place(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDifference.Of(before, after).Select(run => $"{Sign(run.Change)}{run.Text}")));

    [Fact]
    public void Before_and_after_can_be_read_back_from_the_runs()
    {
        var dice = new Random(20261123);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Words(dice), Words(dice));

            var runs = TextDifference.Of(before, after);

            Assert.Equal(before, string.Concat(runs.Where(run => run.Change is not Change.Added).Select(run => run.Text)));
            Assert.Equal(after, string.Concat(runs.Where(run => run.Change is not Change.Removed).Select(run => run.Text)));
        }
    }

    [Fact]
    public void Very_long_texts_are_shown_before_and_after() => Assert.Equal(
        [Change.Removed, Change.Added], TextDifference.Of(new string('甲', 3000), new string('乙', 3000)).Select(run => run.Change));

    [Fact]
    public void Two_versions_differ_in_what_was_changed_only()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        piece.Revise(Content.Of(piece) with { Title = "风筝", AiLabel = AiLabel.Possible }, Wang, Monday);

        var changes = VersionWords.Between(piece, 1, 2);

        Assert.Equal(["标题", "AI 标识"], changes.Select(change => change.Name));
        Assert.Equal(("湘江边的风筝", "风筝"), (changes[0].Before, changes[0].After));
        Assert.Contains(("署名", "摄影：李翰"), VersionWords.Of(piece.Versions[1], new Dictionary<string, string>()));
    }

    [Fact]
    public void A_file_that_came_later_is_named_as_the_reader_named_it()
    {
        var piece = In(State.Review1, Monday);
        piece.Assets.Add(Film(piece, Monday));
        piece.Take(Wang, Monday, null);
        piece.Revise(Content.Of(piece) with { Credits = [new("摄影", ["李翰", "谢慧"])] }, Wang, Monday);

        var changes = VersionWords.Between(piece, 1, piece.Versions.Count).ToDictionary(change => change.Name);

        Assert.Equal(("风筝.mp4", "风筝.mp4、风筝.mp4"), (changes["素材"].Before, changes["素材"].After));
        Assert.Equal("摄影：李翰 谢慧", changes["署名"].After);
    }

    private static string Sign(Change change) => change switch
    {
        Change.Added => "+",
        Change.Removed => "-",
        _ => "",
    };

    private static string Words(Random dice) => string.Concat(Enumerable.Range(0, dice.Next(30)).Select(_ => "湘江边的😀"[dice.Next(4)]));
}
