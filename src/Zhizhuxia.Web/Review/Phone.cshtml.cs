using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Intake;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Submit;

namespace Zhizhuxia.Web.Review;

/// <summary>电话代录: an editor types a piece in for a caller, and hands over the link by which the caller confirms it.</summary>
[Authorize(Policies.Enter)]
public sealed class PhoneModel(CurrentActor current, EnterByPhone enter, ReadPiece pieces, DeskSettings settings) : ReaderFormOf<PhoneForm>
{
    /// <summary>What a caller can have, in the order of the page.</summary>
    public static IReadOnlyList<(SubmissionKind Kind, string Label, string Note)> Kinds { get; } =
    [
        (SubmissionKind.Proposal, "约我们去拍", "一个题目、一件事"), (SubmissionKind.Link, "一个网址", "视频已经在网上"), (SubmissionKind.Film, "拍好的视频", "读者稍后自己上传"),
    ];

    /// <summary>Of the piece to be.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What was just typed in.</summary>
    public Submission? Entered { get; private set; }

    /// <summary>Where its reader confirms; null once that is done.</summary>
    public string? CompleteAddress => Entered is { } piece ? settings.CompleteAddress(piece) : null;

    /// <summary>A text message to the caller.</summary>
    public string? Sms => CompleteAddress is { } address ? $"您来电说的《{Entered!.Title}》知株侠已记下（编号 {Entered.Number}）。请您本人打开这个网址确认{(Entered.Kind is SubmissionKind.Proposal ? "" : "，也可以在那里传视频")}：{address}" : null;

    /// <param name="entered">The piece that was just typed in, by this person.</param>
    public async Task OnGetAsync(Guid? entered, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        if (entered is { } id && (await pieces.RunAsync(id, ct))?.Piece is { Channel: Channel.Phone } piece && piece.EnteredBy == actor.EditorId)
            Entered = piece;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Id = id == Guid.Empty ? Id : id;
        var actor = await ActorAsync(ct);
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await enter.RunAsync(Id, actor, Form, ct);
            return RedirectToPage(new { entered = Id });
        }
        catch (FormInvalidException invalid)
        {
            Show(invalid);
            return Page();
        }
    }

    private async Task<Actor> ActorAsync(CancellationToken ct)
    {
        var actor = await current.GetAsync(ct);
        return actor.Is(Performer.Typist) ? actor : throw new RefusedException("not-found");
    }
}
