using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>批注 through the pages.</summary>
public sealed class FilmNotesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Said = "这里<抖>，问问是谁拍的";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_read_by_colleagues_with_its_moment_and_makes_nobodys_page_stale()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        Assert.Equal(HttpStatusCode.Redirect, await WriteAsync(desk.Wang, piece, Said, "7.5"));

        var page = await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}", Ct);
        Assert.Contains("data-jump=\"7.5\"", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Said), page, StringComparison.Ordinal);
        Assert.Equal((piece.RowVersion, piece.History.Count), await StandAsync(piece.Id));
    }

    [Fact]
    public async Task It_is_struck_out_by_its_author_alone_and_stays_to_be_read()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await WriteAsync(desk.Wang, piece, Said, "");
        var note = await OnlyAsync(piece.Id);

        Assert.Equal(HttpStatusCode.Conflict, await StrikeAsync(desk.Li, piece, note.Id));
        Assert.Null((await OnlyAsync(piece.Id)).StruckAt);
        Assert.Equal(HttpStatusCode.Redirect, await StrikeAsync(desk.Wang, piece, note.Id));

        Assert.NotNull((await OnlyAsync(piece.Id)).StruckAt);
        Assert.Contains($"<del>{WebUtility.HtmlEncode(Said)}</del>", await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(null)] // 501 characters
    public async Task What_says_nothing_or_too_much_is_not_taken(string? text)
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        Assert.Equal(HttpStatusCode.Conflict, await WriteAsync(desk.Wang, piece, text ?? new('长', 501), "1"));

        await using var db = desk.Portal.Data.OpenDb();
        Assert.False(await db.FilmNotes.AnyAsync(row => row.SubmissionId == piece.Id, Ct));
    }

    [Fact]
    public async Task No_letter_tells_the_reader_of_it()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await WriteAsync(desk.Wang, piece, Said, "7.5");
        using (await desk.Wang.PostAsync($"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}?handler=Claim", Ct)) { }

        using var preview = await desk.Wang.PostAsync(
            $"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/decide/Decline", Ct,
            ("Form.Seen", Seen.Of(await desk.SeeAsync(piece.Id, Ct)).ToString()), ("Form.DeclineReason", "画质达不到刊发要求"));

        Assert.DoesNotContain("问问是谁拍的", await preview.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> WriteAsync(DeskClient editor, Submission piece, string text, string at)
    {
        using var answer = await editor.PostAsync($"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/notes", Ct, ("text", text), ("at", at), ("asset", piece.Assets[0].Id.ToString()));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StrikeAsync(DeskClient editor, Submission piece, Guid note)
    {
        using var answer = await editor.PostAsync($"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/notes?handler=Strike", Ct, ("note", note.ToString()));
        return answer.StatusCode;
    }

    private async Task<FilmNote> OnlyAsync(Guid piece)
    {
        await using var db = desk.Portal.Data.OpenDb();
        return await db.FilmNotes.AsNoTracking().SingleAsync(row => row.SubmissionId == piece, Ct);
    }

    private async Task<(int Version, int Steps)> StandAsync(Guid id)
    {
        var piece = await desk.SeeAsync(id, Ct);
        return (piece.RowVersion, piece.History.Count);
    }
}
