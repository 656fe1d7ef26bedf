using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>队列: what waits for this person, then the rest; filtered, searched, or by a view.</summary>
public sealed class QueueModel(CurrentActor current, ReviewQueue queue, DeskViews views, DeskSettings settings, PortalDb db) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public QueueQuery Query { get; set; } = new();

    /// <summary>Slug of a view; it replaces the filter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>What was just decided on the last piece, when nothing else waits.</summary>
    [BindProperty(SupportsGet = true)]
    public Verb? Done { get; set; }

    public QueuePage Rows { get; private set; } = new([], null);

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public IReadOnlyList<string> Tags { get; private set; } = [];

    public IReadOnlyList<CountedView> Views { get; private set; } = [];

    public int Waiting { get; private set; }

    public DateTimeOffset Now => settings.Now;

    public IReadOnlyList<string> Reasons => settings.Reasons;

    /// <summary>Null: the whole queue, or a filter without a name.</summary>
    public CountedView? Open => Views.FirstOrDefault(view => view.Current);

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        Views = await views.ReadAsync(actor, View, count: false, ct);
        if (Open is { } open)
            Query = QueueQuery.Parse(open.View.Query);
        else if (View is not null)
            return RedirectToPage(new { view = (string?)null }); // it was given up
        await ShowAsync(actor, after, ct);
        return Page();
    }

    /// <summary>The views with their counts, fetched by the page once it stands.</summary>
    public async Task<IActionResult> OnGetCountsAsync(CancellationToken ct) =>
        Partial("_QueueViews", await views.ReadAsync(await ActorAsync(ct), View, count: true, ct));

    public async Task<IActionResult> OnPostKeepAsync(string? name, string? query, [FromServices] KeepView keep, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        Query = QueueQuery.Parse(query ?? "");
        try
        {
            var kept = await keep.RunAsync(actor.EditorId!.Value, name, Query.Text, ct);
            return RedirectToPage(new { view = QueueView.Of(kept).Slug });
        }
        catch (RefusedException refused)
        {
            Show(refused);
        }
        Views = await views.ReadAsync(actor, null, count: false, ct);
        await ShowAsync(actor, null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, [FromServices] DropView drop, CancellationToken ct)
    {
        await drop.RunAsync((await ActorAsync(ct)).EditorId!.Value, id, ct);
        return RedirectToPage(new { view = (string?)null });
    }

    private async Task ShowAsync(Actor actor, string? after, CancellationToken ct)
    {
        Rows = await queue.PageAsync(actor, Query.ToFilter(Now), after, ct);
        Waiting = await queue.CountAsync(actor, ct);
        Columns = await db.Columns.AsNoTracking().OrderByDescending(column => column.Open).ThenBy(column => column.Position).ToListAsync(ct);
        Tags = await db.PieceTags.Select(tag => tag.Word).Distinct().OrderBy(word => word).Take(100).ToListAsync(ct);
    }
}
