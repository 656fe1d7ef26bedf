using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>往来 of one piece by itself, also for 审稿页 to show; the forms of the thread lead here, and from here to the tab.</summary>
public sealed class ThreadModel(CurrentActor current, ReadPiece pieces) : DeskPage(current)
{
    [BindProperty(SupportsGet = true, Name = "piece")]
    public Guid PieceId { get; set; }

    public PieceFolder Folder { get; private set; } = null!;

    /// <summary>Words that were refused and must not be lost.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostWriteAsync([FromServices] WriteToReader write, Guid id, string? words, CancellationToken ct) =>
        TryAsync(actor => write.RunAsync(PieceId, id, actor, words, ct), words, ct);

    public Task<IActionResult> OnPostNoteAsync([FromServices] AddNote add, Guid id, string? words, CancellationToken ct) =>
        TryAsync(actor => add.RunAsync(PieceId, id, actor, words, ct), words, ct);

    public Task<IActionResult> OnPostRelayAsync([FromServices] RelayAnswer relay, string? words, CancellationToken ct) =>
        TryAsync(actor => relay.RunAsync(PieceId, actor, words, ct), words, ct);

    private async Task<IActionResult> TryAsync(Func<Actor, Task> act, string? words, CancellationToken ct)
    {
        try
        {
            await act(await ActorAsync(ct));
            return LocalRedirect($"/desk/pieces/{PieceId}?tab=mails#thread");
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            Typed = words;
            return await ShowAsync(ct);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Folder = await pieces.RunAsync(PieceId, ct) ?? throw new RefusedException("not-found");
        return Page();
    }
}
