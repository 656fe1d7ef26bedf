using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Mail;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>A decision in two steps where a letter is due: what will go is shown, and goes when it is confirmed.</summary>
public sealed class DecideModel(
    CurrentActor current, ReadPiece pieces, PreviewDecision preview, CarryOut carryOut, ComposeLetter letters, DeskSettings settings)
    : DeskPage(current)
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Verb Verb { get; set; }

    /// <summary>Of a duplicate: the number of the piece beside it, from 比一比.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    public Submission Piece { get; private set; } = null!;

    /// <summary>Null if there is no such step now.</summary>
    public VerbForm? Fields { get; private set; }

    /// <summary>Null while the fields are filled in.</summary>
    public DecisionPreview? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(ct) && Fields is not null ? Page() : RedirectToPage("/Review/Piece", new { Id });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        if (!ModelState.IsValid)
            return BadRequest();
        try
        {
            if (Form.Shown || !await NeedsLetterAsync(actor, ct))
                return Redirect(await carryOut.RunAsync(Id, Verb, actor, Form, ct));
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            var folder = await pieces.RunAsync(Id, ct);
            Show(new(folder?.Sharpened(refused.Code) ?? refused.Code, refused.Arguments));
        }
        return await ShowAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Works out the letter and shows it; false if this step tells the reader nothing.</summary>
    private async Task<bool> NeedsLetterAsync(Actor actor, CancellationToken ct)
    {
        var decision = await carryOut.CompleteAsync(Id, Verb, Form, ct);
        var result = await preview.RunAsync(Id, Verb, actor, Seen.Parse(Form.Seen), decision, ct);
        if (result.Letter is null)
            return false;
        Preview = result;
        var words = letters.Draft(result.Letter, result.Piece);
        (Form.Subject, Form.Body) = (words.Subject, words.Body);
        return true;
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await pieces.RunAsync(Id, ct) is not { } folder)
            return false;
        Piece = folder.Piece;
        Form.Seen ??= Seen.Of(Piece).ToString();
        Form.OtherNumber ??= Other;
        Fields = Workflow.Table.FirstOrDefault(row => row.From == Piece.State && row.Verb == Verb && row.By.IsStaff()) is { } found
            ? settings.FormFor(found, Piece, Form)
            : null;
        return true;
    }
}
