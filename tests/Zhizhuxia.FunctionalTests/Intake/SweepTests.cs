using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What the sweeping removes, what it must keep, twice, and stopped at every step.</summary>
public sealed class SweepTests
{
    private const string GivenUp = "放弃的.mp4", NotSent = "没提交的.mp4", NotStored = "没入库的.mp4", Taken = "拿回的.mp4";
    private const string Sent = "投了的.mp4", SentNotStored = "投了没入库的.mp4", Coming = "在传的.mp4", Waiting = "填表时.mp4";

    private Guid _young;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_its_time_nothing_goes_but_what_was_taken_back()
    {
        await using var room = await FilledAsync();
        var before = await room.LookAsync();
        room.Clock.Forward(TimeSpan.FromHours(47));

        Assert.True(await room.SweepAsync());

        before[Taken] = "Purged remembered nowhere 0";
        Assert.Equal(before, await room.LookAsync());
    }

    [Fact]
    public async Task After_two_days_what_nobody_submitted_is_gone_and_its_address_says_so()
    {
        await using var room = await TwoDaysLaterAsync();

        Assert.True(await room.SweepAsync());

        Assert.Equal(Swept(), await room.LookAsync());
        foreach (var name in new[] { GivenUp, NotSent, NotStored, Taken })
            Assert.Equal("upload-gone", await room.AskAsync(name));
        foreach (var name in new[] { Coming, Waiting })
            Assert.Null(await room.AskAsync(name));
    }

    [Fact]
    public async Task A_week_later_the_addresses_are_forgotten_too_but_never_a_file_that_was_submitted()
    {
        await using var room = await TwoDaysLaterAsync();
        await room.SweepAsync();
        room.Clock.Forward(TimeSpan.FromDays(10));

        await room.SweepAsync();
        await room.SweepAsync(); // a row goes when its bytes are gone

        var look = await room.LookAsync();
        foreach (var name in new[] { GivenUp, NotSent, NotStored, Taken, Coming, Waiting })
            Assert.Equal("gone forgotten nowhere 0", look[name]);
        Assert.Equal(("Inspecting forgotten store 1", "Inspecting remembered area 0", ""), (look[Sent], look[SentNotStored], look["stray"]));
        Assert.Equal("not-found", await room.AskAsync(NotSent));
        await using var db = room.Newsroom.OpenDb();
        Assert.Equal([State.Review1, State.Review1], await db.Submissions.Select(piece => piece.State).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_file_whose_storing_was_held_up_for_weeks_is_stored_all_the_same()
    {
        await using var room = await TwoDaysLaterAsync();
        room.Clock.Forward(TimeSpan.FromDays(20));
        await room.SweepAsync();

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.StoreAsset, Ct));

        Assert.Equal("Inspecting remembered store 0", (await room.LookAsync())[SentNotStored]);
    }

    [Fact]
    public async Task Twice_is_once_and_the_next_round_is_ordered_once()
    {
        await using var room = await TwoDaysLaterAsync();
        await using var db = room.Newsroom.OpenDb();
        db.Jobs.AddRange(Enumerable.Range(0, 2).Select(_ => Job.Chore(JobKind.SweepUploads, room.Clock.GetUtcNow(), room.Clock.GetUtcNow())));
        await db.SaveChangesAsync(Ct);

        Assert.True(await room.SweepAsync());
        Assert.True(await room.SweepAsync());

        Assert.Equal(Swept(), await room.LookAsync());
        var next = await db.Jobs.AsNoTracking().SingleAsync(job => job.Kind == JobKind.SweepUploads && job.State == JobState.Ready, Ct);
        Assert.Equal(room.Clock.GetUtcNow().AddHours(1), next.ReadyAt);
    }

    [Fact]
    public async Task Killed_at_any_step_it_ends_the_same_when_it_runs_again()
    {
        var seam = 0;
        while (await DiedAndEndedTheSameAsync(seam))
            seam++;

        // Seams before and after each: original and rendition of what was taken back and of what was never submitted, three files of the area.
        Assert.InRange(seam, 12, 100);
    }

    private SortedDictionary<string, string> Swept() => new(StringComparer.Ordinal)
    {
        [GivenUp] = "Purged remembered nowhere 0", [NotSent] = "Purged remembered nowhere 0", [NotStored] = "Purged remembered nowhere 0",
        [Taken] = "Purged remembered nowhere 0", [Sent] = "Inspecting remembered store 1", [SentNotStored] = "Inspecting remembered area 0",
        [Coming] = "Uploading remembered area 0", [Waiting] = "Inspecting remembered area 0", ["stray"] = $"{_young:N}",
    };

    /// <summary>One file of each kind; the jobs that store the last of them have not run.</summary>
    private static async Task<UploadRoom> FilledAsync()
    {
        var room = await UploadRoom.OpenAsync();
        foreach (var (name, submitted) in new[] { (Sent, true), (NotSent, false), (Taken, false) })
        {
            await room.StoredAsync(name, submitted);
            await room.AddRenditionAsync(name);
        }
        await room.ChangeAsync(Taken, asset => asset.Purge()); // the reader took it back, and the server was killed before the bytes went
        var sent = Guid.CreateVersion7();
        await room.UploadAsync(SentNotStored, sent);
        await room.SubmitAsync(sent);
        await room.UploadAsync(NotStored, Guid.CreateVersion7());
        await room.UploadAsync(GivenUp, Guid.CreateVersion7(), sent: 1000);
        return room;
    }

    private async Task<UploadRoom> TwoDaysLaterAsync()
    {
        var room = await FilledAsync();
        room.AddStray(Guid.CreateVersion7(room.Clock.GetUtcNow()));
        room.Clock.Forward(TimeSpan.FromHours(48));
        await room.UploadAsync(Coming, Guid.CreateVersion7(), sent: 1000);
        await room.UploadAsync(Waiting, Guid.CreateVersion7());
        room.Clock.Forward(TimeSpan.FromHours(1));
        room.AddStray(_young = Guid.CreateVersion7(room.Clock.GetUtcNow().AddMinutes(-20)));
        return room;
    }

    /// <returns>False if there are not that many seams.</returns>
    private async Task<bool> DiedAndEndedTheSameAsync(int seam)
    {
        await using var room = await TwoDaysLaterAsync();
        room.Newsroom.Death().Await(seam);
        if (await room.SweepAsync())
            return false;
        foreach (var name in new[] { Sent, SentNotStored, Coming, Waiting })
            Assert.Equal(Swept()[name], (await room.LookAsync())[name]);

        Assert.True(await room.SweepAsync());

        Assert.Equal(Swept(), await room.LookAsync());
        return true;
    }
}
