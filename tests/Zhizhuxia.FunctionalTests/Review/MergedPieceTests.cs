using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>重复 (T13), afterwards.</summary>
public sealed class MergedPieceTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_duplicate_leads_to_the_piece_that_goes_on()
    {
        var ct = TestContext.Current.CancellationToken;
        var other = await desk.AddAsync(In(State.Review1, Now), ct);
        var piece = In(State.Review1, Now);
        piece.Take(desk.Wang.Actor, Now, null);
        piece.Apply(Verb.Duplicate, desk.Wang.Actor, Now, new() { Other = new(other.Id, other.Number!, true, "") });
        await desk.AddAsync(piece, ct);

        Assert.Contains($"/desk/pieces/{other.Id}", await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", ct), StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/pieces/{piece.Id}\"", await desk.Wang.ReadAsync($"/desk/pieces/{other.Id}", ct), StringComparison.Ordinal);
    }
}
