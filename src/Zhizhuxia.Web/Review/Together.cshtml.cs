using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Mail;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>一起处理: one thing done to several pieces; what closes pieces is shown first, with every letter that will go.</summary>
public sealed class TogetherModel(CurrentActor current, ActTogether together, PreviewTogether preview, ComposeLetter letters, DeskSettings settings) : DeskPage(current)
{
    /// <summary>Ids, each with what was seen of it, as the queue's boxes say.</summary>
    [BindProperty]
    public string[] Rows { get; set; } = [];

    [BindProperty]
    public JointAct? Act { get; set; }

    /// <summary>csv or json.</summary>
    [BindProperty]
    public string? Export { get; set; }

    [BindProperty, StringLength(40)]
    public string? Word { get; set; }

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    /// <summary>What will happen has been shown.</summary>
    [BindProperty]
    public bool Shown { get; set; }

    /// <summary>What would happen or has happened, a line for each piece.</summary>
    public IReadOnlyList<JointResult> Results { get; private set; } = [];

    public bool Asks { get; private set; }

    public int Possible => Results.Count(result => result.Refused is null);

    public IActionResult OnGet() => RedirectToPage("/Review/Queue");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        var ticked = Rows.Select(Parse).OfType<TickedPiece>().DistinctBy(row => row.Id).ToList();
        if (!ModelState.IsValid || ticked.Count > ReviewQueue.PageSize || (Act is null && Export is null))
            return BadRequest();
        if (Obstacle(ticked) is { } code)
            Show(new(code));
        else if (Export is { } format)
            return RedirectToPage("/Review/Export", new { format, id = ticked.Select(row => row.Id.ToString("N")).ToArray() });
        else if (Act is JointAct.Decline or JointAct.Spam && !Shown)
            (Asks, Results) = (true, await preview.RunAsync(ticked, Act.Value, actor, new(Reason, Word), ct));
        else
            Results = await together.RunAsync(ticked, Act!.Value, actor, new(Reason, PieceTag.Clean(Word)), ct);
        return Page();
    }

    /// <summary>The letter as it will go; null where none does.</summary>
    public LetterText? LetterOf(JointResult result) => result.Preview is { Letter: { } letter, Piece: var piece } ? letters.Draft(letter, piece) : null;

    private string? Obstacle(List<TickedPiece> ticked) => Act switch
    {
        _ when ticked.Count == 0 => "nothing-ticked",
        JointAct.Tag or JointAct.Untag when PieceTag.Clean(Word) is null => "tag-invalid",
        JointAct.Decline when Reason is null || !settings.Reasons.Contains(Reason) => "decline-reason-missing",
        _ => null,
    };

    private static TickedPiece? Parse(string row) =>
        row.Split('.', 2) is [var id, var seen] && Guid.TryParseExact(id, "N", out var piece) ? new(piece, Seen.Parse(seen)) : null;
}
