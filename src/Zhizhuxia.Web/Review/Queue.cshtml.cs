using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>队列: what waits for this person, then the rest.</summary>
public sealed class QueueModel(CurrentActor current, ReviewQueue queue, PortalDb db, TimeProvider clock) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public State? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Column { get; set; }

    [BindProperty(SupportsGet = true)]
    public SubmissionKind? Kind { get; set; }

    /// <summary>Part of a title or number.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>What was just decided on the last piece, when nothing else waits.</summary>
    [BindProperty(SupportsGet = true)]
    public Verb? Done { get; set; }

    public QueuePage Rows { get; private set; } = new([], null);

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public int Waiting { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool Filtered => State is not null || Column is not null || Kind is not null || !string.IsNullOrEmpty(Words);

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        Words = Words?.Trim() is { Length: > 0 and <= 40 } words ? words : null;
        Rows = await queue.PageAsync(actor, new(State, Column, Kind, Words), after, ct);
        Waiting = await queue.CountAsync(actor, ct);
        Columns = await db.Columns.AsNoTracking().OrderByDescending(column => column.Open).ThenBy(column => column.Position).ToListAsync(ct);
    }
}
