using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>内部备注 stay inside: no letter of any kind and no page of the reader ever holds one.</summary>
public sealed class InternalNoteTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Secret = "此人上月投过假视频，请仔细核实";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static TheoryData<State> States => [.. Enum.GetValues<State>().Where(state => state is not State.Draft)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(States))]
    public async Task No_letter_and_no_page_of_the_reader_ever_holds_a_note(State state)
    {
        var piece = In(state, Now);
        await using var scope = desk.Portal.Data.Scope();
        var codes = scope.ServiceProvider.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await desk.AddAsync(piece, Ct);
        await NoteAsync(piece);

        Assert.Contains(Secret, await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
        using var reader = new FormClient(desk.Portal);
        var status = WebUtility.HtmlDecode((await reader.PostAsync("/status", new() { ["Receipt"] = codes.CodeOf(piece.Id) })).Html);
        Assert.Contains(piece.Title, status, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, status, StringComparison.Ordinal);
        using var client = desk.Portal.Client();
        using var answer = await Forms.LookUpAsync(client, codes.CodeOf(piece.Id));
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.Equal(piece.Number, json.GetProperty("number").GetString());
        Assert.DoesNotContain(Secret, json.ToString(), StringComparison.Ordinal);
        foreach (var letter in await LettersAsync(scope.ServiceProvider, piece.Id))
            Assert.DoesNotContain(Secret, letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_sends_nothing_and_only_colleagues_who_review_read_it()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await using var db = desk.Portal.Data.OpenDb();
        var before = await db.Letters.CountAsync(Ct);

        await NoteAsync(piece);

        Assert.Equal(before, await db.Letters.CountAsync(Ct));
        using var stranger = await desk.Administrator.Http.GetAsync(new Uri($"/desk/pieces/{piece.Id}/thread", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    /// <summary>Every kind of letter to the reader, made of this piece as it is in the database.</summary>
    private async Task<IReadOnlyList<string>> LettersAsync(IServiceProvider services, Guid id)
    {
        var compose = services.GetRequiredService<ComposeLetter>();
        await using var db = desk.Portal.Data.OpenDb();
        var piece = (await db.LoadAsync(id, Ct))!;
        return
        [
            .. LetterKinds.ToReaders.Where(kind => kind is not LetterKind.PleaseComplete and not LetterKind.Reminder and not LetterKind.Expired || piece.Request is not null).Select(kind =>
            {
                var letter = new Letter { Id = Guid.CreateVersion7(), SubmissionId = id, Kind = kind, To = "reader@example.org", CreatedAt = Now, NotBefore = Now };
                var mail = compose.Run(letter, piece, Now);
                return $"{mail.Subject}\n{mail.Text}";
            }),
        ];
    }

    private async Task NoteAsync(Submission piece)
    {
        using var answer = await desk.Wang.PostAsync($"/desk/pieces/{piece.Id}/thread", $"/desk/pieces/{piece.Id}/thread?handler=Note", Ct, ("id", $"{Guid.CreateVersion7()}"), ("words", Secret));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
