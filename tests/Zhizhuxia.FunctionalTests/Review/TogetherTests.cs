using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>一起处理, through the pages, without scripts.</summary>
public sealed class TogetherTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Reason = "内容无法核实";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticked_pieces_are_claimed_and_what_a_colleague_reads_is_named_with_its_reason()
    {
        var free = await desk.AddAsync(In(State.Review1, Now), Ct);
        var held = In(State.Review1, Now);
        held.Take(desk.Sun.Actor, Now, null);
        await desk.AddAsync(held, Ct);

        var page = await PostAsync(desk.Wang, [free, held], ("Act", "Claim"));

        Assert.Contains("办好了 1 篇，1 篇没有办", page, StringComparison.Ordinal);
        Assert.Contains("孙全能", page, StringComparison.Ordinal);
        Assert.Equal(desk.Wang.Editor.Id, (await desk.SeeAsync(free.Id, Ct)).Claim!.EditorId);
        Assert.Equal(desk.Sun.Editor.Id, (await desk.SeeAsync(held.Id, Ct)).Claim!.EditorId);
    }

    [Fact]
    public async Task A_decline_shows_the_letters_first_then_holds_each_ten_minutes()
    {
        var first = await desk.AddAsync(In(State.Review1, Now), Ct);
        var silent = Draft(Now);
        silent.Contact = new("李翰", "13800000000", null);
        silent.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await desk.AddAsync(silent, Ct);
        var adopted = await desk.AddAsync(In(State.Adopted, Now), Ct);

        var asked = await PostAsync(desk.Wang, [first, silent, adopted], ("Act", "Decline"), ("Reason", Reason));

        Assert.Contains("3 篇里，2 篇会“不采用”", asked, StringComparison.Ordinal);
        Assert.Contains("reader@example.org", asked, StringComparison.Ordinal);
        Assert.Contains("读者没有留邮箱", asked, StringComparison.Ordinal);
        Assert.Equal(State.Review1, (await desk.SeeAsync(first.Id, Ct)).State);
        Assert.Null((await desk.SeeAsync(first.Id, Ct)).Claim);

        var done = await PostAsync(desk.Wang, [first, silent, adopted], ("Act", "Decline"), ("Reason", Reason), ("Shown", "true"));

        Assert.Contains("办好了 2 篇，1 篇没有办", done, StringComparison.Ordinal);
        await using var db = desk.Portal.Data.OpenDb();
        var letter = await db.Letters.SingleAsync(row => row.SubmissionId == first.Id && row.Kind == LetterKind.Declined, Ct);
        Assert.Equal(letter.CreatedAt.AddMinutes(10), letter.NotBefore);
        Assert.False(await db.Letters.AnyAsync(row => row.SubmissionId == silent.Id && row.Kind == LetterKind.Declined, Ct));
        Assert.Equal(Reason, (await desk.SeeAsync(silent.Id, Ct)).DeclineReason);
        Assert.Equal(State.Adopted, (await desk.SeeAsync(adopted.Id, Ct)).State);

        var again = await PostAsync(desk.Wang, [first, silent], ("Act", "Decline"), ("Reason", Reason), ("Shown", "true")); // sent twice
        Assert.Contains("2 篇都办好了", again, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.SeeAsync(first.Id, Ct)).History.Count);
    }

    [Fact]
    public async Task What_changed_since_the_page_was_opened_is_left_alone()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        var seen = Seen.Of(piece);
        await PostAsync(desk.Sun, [piece], ("Act", "Claim"));
        using var answer = await desk.Wang.PostAsync("/desk", "/desk/together", Ct, ("Rows", $"{piece.Id:N}.{seen}"), ("Act", "Spam"), ("Shown", "true"));

        Assert.Contains("孙全能", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(State.Review1, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task Spam_is_shown_once_and_writes_no_letter()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        Assert.Contains("垃圾稿件不给读者发信", await PostAsync(desk.Wang, [piece], ("Act", "Spam")), StringComparison.Ordinal);
        Assert.Contains("1 篇都办好了", await PostAsync(desk.Wang, [piece], ("Act", "Spam"), ("Shown", "true")), StringComparison.Ordinal);

        Assert.Equal(CloseReason.Spam, (await desk.SeeAsync(piece.Id, Ct)).Closing);
    }

    [Fact]
    public async Task Tags_are_put_on_shown_filtered_and_taken_off()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        var word = $"节{Guid.NewGuid():N}"[..8];

        await PostAsync(desk.Wang, [piece], ("Act", "Tag"), ("Word", $"#{word}"));
        Assert.Contains(piece.Number!, await desk.Wang.ReadAsync($"/desk?tag={word}", Ct), StringComparison.Ordinal);
        Assert.Contains(piece.Number!, await desk.Wang.ReadAsync($"/desk?q={word}", Ct), StringComparison.Ordinal);
        await PostAsync(desk.Wang, [piece], ("Act", "Untag"), ("Word", word));

        Assert.DoesNotContain(piece.Number!, await desk.Wang.ReadAsync($"/desk?tag={word}", Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tag", "Word", "有 空格", "tag-invalid")]
    [InlineData("Tag", "Word", "", "tag-invalid")]
    [InlineData("Decline", "Reason", "自己编的理由", "decline-reason-missing")]
    public async Task What_is_typed_wrongly_is_said_in_words(string act, string field, string value, string code)
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        Assert.Contains(RefusalTexts.Of(code), await PostAsync(desk.Wang, [piece], ("Act", act), (field, value)), StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("nothing-ticked"), await PostAsync(desk.Wang, [], ("Act", "Claim")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Act", "Pass")]
    [InlineData("Act", "Publish")]
    [InlineData("Other", "")]
    public async Task Nothing_else_is_done_together(string name, string value)
    {
        var piece = In(State.Review1, Now);
        piece.Take(desk.Wang.Actor, Now, null);
        await desk.AddAsync(piece, Ct);

        using var answer = await desk.Wang.PostAsync("/desk", "/desk/together", Ct, ("Rows", $"{piece.Id:N}.{Seen.Of(piece)}"), (name, value), ("Shown", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(State.Review1, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task Chosen_pieces_are_saved_as_a_table_and_as_JSON_without_their_readers()
    {
        var piece = Draft(Now, title: "=HYPERLINK(\"http://x\")");
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await desk.AddAsync(piece, Ct);

        var table = await ExportAsync(piece, "csv");
        var json = await ExportAsync(piece, "json");

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", table, StringComparison.Ordinal);
        Assert.StartsWith("\ufeff\"编号\"", table, StringComparison.Ordinal);
        Assert.Equal(piece.Number, JsonDocument.Parse(json).RootElement[0].GetProperty("number").GetString());
        Assert.All([table, json], text => Assert.DoesNotContain("reader@example.org", text, StringComparison.Ordinal));
        Assert.All([table, json], text => Assert.DoesNotContain("13800000000", text, StringComparison.Ordinal));
    }

    private async Task<string> ExportAsync(Submission piece, string format)
    {
        using var chosen = await desk.Wang.PostAsync("/desk", "/desk/together", Ct, ("Rows", $"{piece.Id:N}.{Seen.Of(piece)}"), ("Export", format));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using var file = await desk.Wang.Http.GetAsync(chosen.Headers.Location, Ct);
        Assert.StartsWith("attachment", file.Content.Headers.ContentDisposition?.DispositionType, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(Ct));
    }

    private static async Task<string> PostAsync(DeskClient client, Submission[] pieces, params (string Name, string Value)[] fields)
    {
        using var answer = await client.PostAsync("/desk", "/desk/together", Ct, [.. pieces.Select(piece => ("Rows", $"{piece.Id:N}.{Seen.Of(piece)}")), .. fields]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }
}
