using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>security.md R10 through the use case and the database; through the rules alone it is WorkflowTests.</summary>
public sealed class EveryPairTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly Decision Everything = new()
    {
        Comment = "理由写在这里", DeclineReason = "内容无法核实", RightsChecked = true, Items = [RequestItem.Facts], Due = Now.AddDays(7), Answer = "补充说明",
        Other = new(Guid.CreateVersion7(), "ZX261101-0001", GoesOn: true, ""), ReaderAgrees = true, PublicAddress = Printed.PublicAddress, QrReads = Printed.QrReads,
    };

    [Fact]
    public async Task Of_every_state_and_verb_only_the_tables_pairs_change_anything()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        List<(State, Verb)> changed = [];
        foreach (var from in Enum.GetValues<State>())
        {
            foreach (var verb in Enum.GetValues<Verb>())
            {
                var piece = await newsroom.AddAsync(Prepared(from, verb), Ct);
                var before = await LookAsync(newsroom, piece.Id);
                var refused = await TryAsync(newsroom, piece, verb);
                var after = await LookAsync(newsroom, piece.Id);
                if (after != before)
                    changed.Add((from, verb));
                Assert.True(refused is null == (after != before), $"{from} {verb}: {refused}");
            }
        }

        // A change of content comes with the content, by a use case of its own.
        Assert.Equal(Workflow.Table.Where(row => row.By.IsStaff() && row.Verb is not Verb.Revise).Select(row => (row.From, row.Verb)).Order(), changed.Order());
    }

    /// <summary>A piece that lacks nothing the pair could ask for.</summary>
    private static Submission Prepared(State from, Verb verb)
    {
        var piece = In(from, Now).WithLadder();
        var guards = Workflow.Table.SingleOrDefault(row => row.From == from && row.Verb == verb)?.If ?? [];
        if (guards.Contains(Guards.Claimed))
            piece.Take(Sun, Now, null);
        if (guards.Contains(Guards.HeldByColleague))
            piece.Take(Chief, Now, null);
        if (guards.Contains(Guards.AskedBack))
            piece.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain);
        return piece;
    }

    private static async Task<string?> TryAsync(Newsroom newsroom, Submission piece, Verb verb)
    {
        try
        {
            await newsroom.RunAsync((DecideSubmission decide) => decide.RunAsync(piece.Id, verb, Sun, Seen.Of(piece), Everything, Ct));
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }

    private static async Task<(State, CloseReason?, int Version, int Steps, int Letters, int Jobs, Claim?)> LookAsync(Newsroom newsroom, Guid id)
    {
        await using var db = newsroom.OpenDb();
        var piece = (await db.LoadAsync(id, Ct))!;
        return (piece.State, piece.Closing, piece.RowVersion, piece.History.Count, db.Letters.Count(letter => letter.SubmissionId == id), db.Jobs.Count(job => job.SubmissionId == id), piece.Claim);
    }
}
