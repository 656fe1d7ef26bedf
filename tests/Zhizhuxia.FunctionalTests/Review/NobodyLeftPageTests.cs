using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>A newsroom of four people, in which a piece gets stuck: piece page and queue say so, and who could act.</summary>
public sealed class NobodyLeftPageTests(SleepingRoom room) : IClassFixture<SleepingRoom>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Piece_and_queue_say_that_nobody_can_pass_it_and_who_could_stand_in()
    {
        using var wang = await DeskClient.SignInAsync(room.Portal, "王编辑", Ct, Role.Editor1);
        using var li = await DeskClient.SignInAsync(room.Portal, "李主任", Ct, Role.Editor2);
        using var zhao = await DeskClient.SignInAsync(room.Portal, "赵总编", Ct, Role.Editor3);
        using var he = await DeskClient.SignInAsync(room.Portal, "何管理", Ct, Role.Administrator, Role.Publisher);
        var piece = In(State.Review1, Now).Do(Verb.Pass, wang.Actor, Now, Checked);
        piece.Contact = new("李主任", null, li.Editor.Email);
        await using (var db = room.Portal.Data.OpenDb())
            await db.KeepAsync(piece, Ct);

        var atHand = await SeeAsync(wang, piece);
        var forLender = await SeeAsync(he, piece);
        var queue = WebUtility.HtmlDecode(await wang.ReadAsync("/desk", Ct));
        await using (var db = room.Portal.Data.OpenDb())
            await db.Users.Where(editor => editor.Id == li.Editor.Id).ExecuteUpdateAsync(row => row.SetProperty(editor => editor.Disabled, true), Ct);
        var switchedOff = await SeeAsync(wang, piece);

        Assert.Contains("复审没有人能审：李主任不能审自己投的稿。", atHand, StringComparison.Ordinal);
        Assert.Contains("可以请赵总编代复审，由何管理在值班表里安排。", atHand, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/roster/lend", atHand, StringComparison.Ordinal);
        Assert.Contains("/desk/roster/lend?role=Editor2", forLender, StringComparison.Ordinal);
        Assert.Contains("有 1 篇稿件没有人能接着审", queue, StringComparison.Ordinal);
        Assert.Contains("复审没有人能审：现在没有在岗的复审主任。", switchedOff, StringComparison.Ordinal);
    }

    private static async Task<string> SeeAsync(DeskClient editor, Submission piece) => WebUtility.HtmlDecode(await editor.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
}

/// <summary>A portal without people; those of a test are all there are.</summary>
public sealed class SleepingRoom : IAsyncLifetime
{
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(DeskClient.Settings, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
