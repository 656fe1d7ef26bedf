using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>案卷: the file of a piece for paper (PDF by the browser's own printing) and as JSON. For 终审 and 发布, with the password given a moment ago; each time is kept.</summary>
[Authorize(Policies.Export)]
[RecentlyConfirmed]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class DossierModel(CurrentActor current, ExportPiece export, DeskSettings settings) : DeskPage(current)
{
    public Dossier Dossier { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Dossier = await ReadAsync(id, "PDF", ct);

    public async Task<IActionResult> OnGetJsonAsync(Guid id, CancellationToken ct)
    {
        var dossier = await ReadAsync(id, "JSON", ct);
        return File(ExportJson.Of(dossier), "application/json", $"{dossier.Piece.Number}.json");
    }

    private async Task<Dossier> ReadAsync(Guid id, string format, CancellationToken ct) =>
        await export.RunAsync(id, await ActorAsync(ct), format, new(DeskTexts.RightsPoints, settings.PublicAddress), ct);
}
