using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>security.md R22: a row of the history that was changed by hand is found, with its position.</summary>
public sealed class VerifyHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task Whole_histories_are_told_to_be_whole()
    {
        foreach (var state in Enum.GetValues<State>())
            await _newsroom.AddAsync(In(state, Now), Ct);

        var end = await VerifyAsync();

        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        Assert.Contains("查了 8 篇", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "Steps" SET "ActorName" = '别人' WHERE "Number" = 2 AND "SubmissionId" = @p0""", 2)]
    [InlineData("""UPDATE "Steps" SET "Comment" = '改过的话' WHERE "Number" = 1 AND "SubmissionId" = @p0""", 1)]
    [InlineData("""DELETE FROM "Steps" WHERE "Number" = 2 AND "SubmissionId" = @p0""", 2)]
    [InlineData("""DELETE FROM "Steps" WHERE "Number" = 3 AND "SubmissionId" = @p0""", 3)]
    public async Task What_was_changed_by_hand_is_found_with_its_position(string statement, int position)
    {
        await _newsroom.AddAsync(In(State.Review1, Now), Ct);
        var piece = await _newsroom.AddAsync(In(State.Review3, Now), Ct);
        await using (var db = _newsroom.OpenDb())
            await db.Database.ExecuteSqlRawAsync(statement, [piece.Id], Ct);

        var end = await VerifyAsync();

        Assert.Equal(3, end.ExitCode);
        Assert.Contains($"{piece.Number} {piece.Id}：第 {position} 步", end.Output, StringComparison.Ordinal);
        Assert.Contains("1 篇不符", end.Output, StringComparison.Ordinal);
    }

    /// <summary>The piece's state is the same with it and without it.</summary>
    [Fact]
    public async Task A_last_step_that_was_taken_away_is_missed_by_the_piece()
    {
        var piece = In(State.TakenDown, Now);
        piece.Apply(Verb.Countersign, Editor("钱总编", Role.Editor3), Now, Decision.Plain);
        await _newsroom.AddAsync(piece, Ct);
        await using (var db = _newsroom.OpenDb())
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "Steps" WHERE "Verb" = 'Countersign' AND "SubmissionId" = @p0""", [piece.Id], Ct);

        var end = await VerifyAsync();

        Assert.Equal(3, end.ExitCode);
        Assert.Contains($"{piece.Number} {piece.Id}：第 {piece.History.Count} 步", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_that_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("zzx-none-");

        var end = await WorkerProgram.RunAsync(folder.FullName, ["verify-history", .. TestDatabase.ArgumentsOf(folder.FullName)]);

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("There is no database here", end.Errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private Task<CommandEnd> VerifyAsync() => WorkerProgram.RunAsync(_newsroom.Root, ["verify-history", .. TestDatabase.ArgumentsOf(_newsroom.Root)]);
}
