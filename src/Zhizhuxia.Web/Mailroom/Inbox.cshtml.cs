using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>收信台: mails that the rules left for a person, and how the newsroom stands with its mailbox.</summary>
public sealed class InboxModel(CurrentActor current, InboundList mails, TimeProvider clock) : DeskPage(current)
{
    private const int PageSize = 30;

    public IReadOnlyList<InboundRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<InboundState, int> Counts { get; private set; } = new Dictionary<InboundState, int>();

    public IReadOnlyList<MailboxRecord> Mailboxes { get; private set; } = [];

    /// <summary>Id of the last row when more follow.</summary>
    public Guid? Next { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    [BindProperty(SupportsGet = true)]
    public InboundTab Tab { get; set; }

    /// <summary>What was done a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string? DoneWords => Done switch
    {
        "joined" => "已经归入稿件。",
        "made" => "已经新建稿件，在队列里等初审。",
        "again" => "正在重新读取，过一会儿刷新看看。",
        "discarded" => "已经丢弃。原件还在，在“全部来信”里能找到。",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid? after, CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(after, ct);
    }

    public Task<IActionResult> OnPostJoinAsync(Guid mail, string? number, [FromServices] SortMail sort, CancellationToken ct) =>
        TryAsync(actor => sort.JoinAsync(mail, number, actor, ct), "joined", ct);

    public Task<IActionResult> OnPostMakeAsync(Guid mail, [FromServices] SortMail sort, CancellationToken ct) =>
        TryAsync(actor => sort.MakePieceAsync(mail, actor, ct), "made", ct);

    public Task<IActionResult> OnPostAgainAsync(Guid mail, string? charset, [FromServices] SortMail sort, CancellationToken ct) =>
        TryAsync(actor => sort.ReadAgainAsync(mail, charset, actor, ct), "again", ct);

    /// <summary>Of a mail that is a piece already, or belongs to one; the outcome is on the piece's page.</summary>
    public async Task<IActionResult> OnPostRereadAsync(Guid mail, string? charset, [FromServices] RereadMail reread, CancellationToken ct)
    {
        var piece = Guid.Empty;
        var answer = await TryAsync(async actor => piece = await reread.RunAsync(mail, charset, actor, ct), "reread", ct);
        return piece == Guid.Empty ? answer : LocalRedirect($"~/desk/pieces/{piece}");
    }

    public Task<IActionResult> OnPostDiscardAsync(Guid mail, [FromServices] SortMail sort, CancellationToken ct) =>
        TryAsync(actor => sort.DiscardAsync(mail, actor, ct), "discarded", ct);

    private async Task<IActionResult> TryAsync(Func<Actor, Task> act, string done, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        try
        {
            await act(actor);
            return RedirectToPage(new { tab = Tab, done });
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            return await ShowAsync(null, ct);
        }
    }

    private async Task<IActionResult> ShowAsync(Guid? after, CancellationToken ct)
    {
        var last = after is { } id ? await mails.FindAsync(id, ct) : null;
        var rows = await mails.ReadAsync(Tab, last, PageSize + 1, ct);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Mail.Id : null;
        (Counts, Mailboxes) = (await mails.CountAsync(ct), await mails.MailboxesAsync(ct));
        return Page();
    }
}
