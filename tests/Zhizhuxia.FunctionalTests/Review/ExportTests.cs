using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>案卷: the page, the JSON, who gets them, and the trace each leaves.</summary>
public sealed class ExportTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Secret = "只给同事看的话";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_who_decided_what_on_which_words_and_that_the_chain_holds()
    {
        var piece = await desk.AddAsync(In(State.Published, Now), Ct);
        await NoteAsync(piece);

        var page = WebUtility.HtmlDecode(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export", Ct));

        foreach (var words in new[] { piece.Number!, piece.Digest, "王编辑", "李主任", "赵总编", ConsentTexts.Of(ConsentKind.Licence), ConsentTexts.Version, "不含 AI 生成内容", "校验链完整", piece.History[^1].Hash, $"/v/{piece.ShortCode}", "涉密" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_lets_anybody_check_the_chain()
    {
        var piece = await desk.AddAsync(In(State.Adopted, Now), Ct);
        await NoteAsync(piece);

        var text = await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export?handler=Json", Ct);

        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        var root = JsonDocument.Parse(text).RootElement;
        Assert.True(root.GetProperty("chain").GetProperty("verifies").GetBoolean());
        Assert.Equal([true, true, true], root.GetProperty("verdicts").EnumerateArray().Select(verdict => verdict.GetProperty("counts").GetBoolean()));
        Assert.Equal(3, root.GetProperty("consents").GetArrayLength());
        Assert.Equal(4, root.GetProperty("rights").GetProperty("points").GetArrayLength());
        Assert.Equal("none", root.GetProperty("ai").GetProperty("label").GetString());
        CheckChain(piece.Id, root);
    }

    [Fact]
    public async Task It_says_which_film_is_not_published()
    {
        var piece = In(State.Review1, Now);
        piece.Assets.Add(Film(piece, Now));
        piece.Take(Wang, Now, null);
        piece.Revise(Content.Of(piece) with { KeptOut = [piece.Assets[0].Id] }, Wang, Now);
        await desk.AddAsync(piece, Ct);

        var files = JsonDocument.Parse(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export?handler=Json", Ct)).RootElement.GetProperty("files");

        Assert.Single(files.EnumerateArray(), file => file.GetProperty("keptOut").GetBoolean());
        Assert.Contains("，不发表", WebUtility.HtmlDecode(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_for_another_level_is_told_and_can_be_checked_too()
    {
        var standIn = Actor.Of(new() { DisplayName = "周编辑", Roles = [Role.Editor1] }, [Role.Editor2]);
        var piece = await desk.AddAsync(In(State.Review2, Now).Do(Verb.Pass, standIn, Now, Checked), Ct);

        var root = JsonDocument.Parse(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export?handler=Json", Ct)).RootElement;

        Assert.Equal("editor2", root.GetProperty("verdicts")[1].GetProperty("lentRole").GetString());
        CheckChain(piece.Id, root);
        Assert.Contains("代复审通过", WebUtility.HtmlDecode(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_changed_by_hand_is_said_on_the_page_and_in_the_json()
    {
        var piece = await desk.AddAsync(In(State.Review3, Now), Ct);
        await using (var db = desk.Portal.Data.OpenDb())
            await db.Set<Step>().Where(step => step.SubmissionId == piece.Id && step.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(step => step.ActorName, "别人"), Ct);

        Assert.Contains("从第 2 步起与校验值不符", await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export", Ct), StringComparison.Ordinal);
        var chain = JsonDocument.Parse(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export?handler=Json", Ct)).RootElement.GetProperty("chain");
        Assert.Equal((false, 2), (chain.GetProperty("verifies").GetBoolean(), chain.GetProperty("brokenAt").GetInt32()));
    }

    [Fact]
    public async Task Each_time_is_kept_and_nobodys_open_page_becomes_stale()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}/export", Ct);
        var page = await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}/export?handler=Json", Ct);

        Assert.Equal(["方编辑", "赵总编"], JsonDocument.Parse(page).RootElement.GetProperty("exports").EnumerateArray().Select(export => export.GetProperty("by").GetString()));
        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((piece.RowVersion, piece.History.Count), (after.RowVersion, after.History.Count));
    }

    [Fact]
    public async Task Neither_lower_levels_nor_administrators_take_it_out()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        foreach (var person in new[] { desk.Wang, desk.Li, desk.Administrator, desk.Finance, desk.Clerk })
        {
            using var answer = await person.Http.GetAsync(new Uri($"/desk/pieces/{piece.Id}/export?handler=Json", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        await using var db = desk.Portal.Data.OpenDb();
        Assert.False(await db.PieceExports.AnyAsync(export => export.SubmissionId == piece.Id, Ct));
    }

    [Fact]
    public async Task It_is_taken_out_only_by_who_has_just_given_the_password()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Accounts:StepUp"] = "00:00:01" }, Ct);
        using var zhao = await DeskClient.SignInAsync(portal, "赵总编", Ct, Role.Editor3);
        var piece = In(State.Review1, Now);
        await using var db = portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        var path = $"/desk/pieces/{piece.Id}/export?handler=Json";

        HttpStatusCode status;
        string? location;
        do
        {
            using var answer = await zhao.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
            (status, location) = (answer.StatusCode, answer.Headers.Location?.OriginalString);
        }
        while (status is HttpStatusCode.OK); // at most a second

        Assert.Equal($"/account/confirm?returnUrl={Uri.EscapeDataString(path)}", location);
    }

    private static void CheckChain(Guid piece, JsonElement root)
    {
        var previous = "";
        foreach (var step in root.GetProperty("history").EnumerateArray())
        {
            Assert.Equal(previous, step.GetProperty("previousHash").GetString());
            previous = step.GetProperty("hash").GetString()!;
            Assert.Equal(previous, HashOf(piece, step));
        }
    }

    /// <summary>By the rule that the file itself states.</summary>
    private static string HashOf(Guid piece, JsonElement step)
    {
        string Text(string name) => step.GetProperty(name).GetString() ?? "";
        string Word(string name) => Text(name) is { Length: > 0 } word ? $"{char.ToUpperInvariant(word[0])}{word[1..]}" : "";
        var editor = step.GetProperty("editorId").ValueKind is JsonValueKind.Null ? "-" : step.GetProperty("editorId").GetGuid().ToString("N");
        string[] parts =
        [
            Text("previousHash"), piece.ToString("N"), step.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture), Word("lentRole") is { Length: > 0 } lent ? $"{Word("verb")} as {lent}" : Word("verb"), editor, Text("actor"), Word("from"), Word("to"),
            Text("digest"), step.GetProperty("utcTicks").GetInt64().ToString(CultureInfo.InvariantCulture), Text("comment"),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private async Task NoteAsync(Submission piece)
    {
        using var answer = await desk.Wang.PostAsync($"/desk/pieces/{piece.Id}/thread", $"/desk/pieces/{piece.Id}/thread?handler=Note", Ct, ("id", $"{Guid.CreateVersion7()}"), ("words", Secret));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
