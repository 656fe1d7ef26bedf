using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>What is new to an editor who opens a piece.</summary>
public sealed class LookTests
{
    private static readonly DateTimeOffset Now = Pieces.Monday;
    private readonly Look _look = Look.First(Guid.CreateVersion7(), Guid.CreateVersion7(), version: 2, Now);

    [Fact]
    public void At_the_first_look_nothing_is_marked() => Assert.Equal((2, 2), (_look.KnownVersion, _look.Version));

    [Fact]
    public void What_came_since_is_new_and_stays_so_while_the_page_is_opened_again()
    {
        _look.Again(4, Now.AddMinutes(10));
        _look.Again(4, Now.AddMinutes(39));

        Assert.Equal((2, Now, 4), (_look.KnownVersion, _look.KnownAt, _look.Version));
    }

    [Fact]
    public void After_a_while_away_what_was_seen_is_known()
    {
        _look.Again(4, Now.AddMinutes(10));
        _look.Again(4, Now.AddMinutes(10) + Look.Same);

        Assert.Equal((4, Now.AddMinutes(10)), (_look.KnownVersion, _look.KnownAt));
    }
}
