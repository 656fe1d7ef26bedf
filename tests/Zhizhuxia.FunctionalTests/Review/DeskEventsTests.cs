using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>Pages that are kept up to date: the stream over real HTTP. What changes is written by this process, so it is another one's change to the portal.</summary>
public sealed class DeskEventsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_in_another_process_reaches_the_queue_and_the_open_piece()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        using var open = await CaughtUpAsync(piece.Id);

        await ChangeAsync(piece.Id, row => row.Take(desk.Wang.Actor, Now, null));

        string?[] told = [await open.NextAsync(Ct), await open.NextAsync(Ct)]; // by one look, or by two where the change falls into the first
        Assert.Equal(["piece", "queue"], told.Order());
        var holder = await desk.Sun.ReadAsync($"/desk/pieces/{piece.Id}?handler=Holder&seen={Seen.Of(piece)}&mine=false", Ct);
        Assert.Contains("王编辑 在看这篇稿件", holder, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", holder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_lost_connection_exactly_what_differs_is_told()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        string had;
        using (var open = await CaughtUpAsync(piece.Id))
            had = open.LastId;
        await using (var db = desk.Portal.Data.OpenDb())
        {
            db.Add(FilmNote.Of(piece, desk.Wang.Actor, "断网时写的", null, null, Now));
            await db.SaveChangesAsync(Ct);
        }

        using var again = await LiveStream.OpenAsync(desk.Sun.Http, piece.Id, Ct, had);

        Assert.Equal("notes", await again.NextAsync(Ct));
    }

    [Fact]
    public async Task The_progress_of_a_job_is_told_to_who_has_the_piece_open()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        using var open = await CaughtUpAsync(piece.Id);

        await using (var db = desk.Portal.Data.OpenDb())
        {
            var job = Job.ForAsset(JobKind.MakeProxy, piece.Id, piece.Assets[0].Id, Now);
            (job.State, job.Progress) = (JobState.Running, 0.25);
            db.Jobs.Add(job);
            await db.SaveChangesAsync(Ct);
        }

        await open.UntilAsync("work", Ct);
        Assert.Contains("25", await desk.Sun.ReadAsync($"/desk/pieces/{piece.Id}?handler=Progress&watched=true", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_and_roles_without_pieces_hear_nothing()
    {
        using var stranger = desk.Portal.Client();
        foreach (var http in new[] { stranger, desk.Finance.Http, desk.Administrator.Http })
        {
            using var answer = await LiveStream.SendAsync(http, null, Ct);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEqual("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("switched off")]
    [InlineData("no reviewing role any more")]
    [InlineData("signed out")]
    public async Task A_stream_ends_with_the_right_to_look(string how)
    {
        using var leaving = await DeskClient.SignInAsync(desk.Portal, "离岗编辑", Ct, Role.Editor1);
        using var open = await LiveStream.OpenAsync(leaving.Http, null, Ct);
        await open.UntilAsync("queue", Ct);

        if (how is "signed out")
            using (await leaving.PostAsync("/desk", "/account/logout", Ct)) { }
        else
            await EditAsync(leaving.Editor.Id, editor => { if (how is "switched off") editor.Disabled = true; else editor.Roles = [Role.Finance]; });

        await open.EndAsync(Ct);
        using var again = await LiveStream.SendAsync(leaving.Http, null, Ct);
        Assert.NotEqual(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task One_person_has_so_many_streams_and_no_more()
    {
        using var busy = await DeskClient.SignInAsync(desk.Portal, "开窗太多", Ct, Role.Editor1);
        List<LiveStream> open = [];
        for (var count = 0; count < 12; count++)
            open.Add(await LiveStream.OpenAsync(busy.Http, null, Ct));

        using (var refused = await LiveStream.SendAsync(busy.Http, null, Ct))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using (await LiveStream.OpenAsync(desk.Wang.Http, null, Ct)) { } // others are not concerned

        open.ForEach(stream => stream.Dispose());
        await Eventually.TrueAsync(async () =>
        {
            using var freed = await LiveStream.SendAsync(busy.Http, null, Ct);
            return freed.StatusCode is HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task Requests_that_a_page_makes_by_itself_keep_no_session_alive()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Accounts:Idle"] = "00:01:00" }, Ct);
        using var editor = await DeskClient.SignInAsync(portal, "王编辑", Ct, Role.Editor1);
        var began = Stopwatch.StartNew();
        await Eventually.TrueAsync(() => Task.FromResult(began.Elapsed > TimeSpan.FromSeconds(32))); // past half of the minute, a visit renews

        using var live = await LiveStream.SendAsync(editor.Http, null, Ct);
        using var visit = await editor.Http.GetAsync(new Uri("/desk", UriKind.Relative), Ct);

        Assert.False(live.Headers.Contains("Set-Cookie"));
        Assert.Contains(visit.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("zzx-desk=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_streams_do_not_hold_up_the_end_of_the_program()
    {
        await using var portal = await PortalProcess.StartAsync(DeskClient.Settings, Ct);
        using var editor = await DeskClient.SignInAsync(portal, "王编辑", Ct, Role.Editor1);
        using var open = await LiveStream.OpenAsync(editor.Http, null, Ct);
        await open.UntilAsync("queue", Ct);

        var stopped = portal.StopAsync();
        await open.EndAsync(Ct);
        await stopped;
    }

    /// <summary>A stream that has told all there was to tell.</summary>
    private async Task<LiveStream> CaughtUpAsync(Guid piece)
    {
        var open = await LiveStream.OpenAsync(desk.Sun.Http, piece, Ct);
        await open.UntilAsync("notes", Ct); // the last of the first four
        return open;
    }

    private async Task ChangeAsync(Guid id, Action<Submission> change)
    {
        await using var db = desk.Portal.Data.OpenDb();
        change((await db.LoadAsync(id, Ct))!);
        await db.SaveChangesAsync(Ct);
    }

    private async Task EditAsync(Guid id, Action<Editor> change)
    {
        await using var db = desk.Portal.Data.OpenDb();
        change(await db.Users.SingleAsync(row => row.Id == id, Ct));
        await db.SaveChangesAsync(Ct);
    }
}
