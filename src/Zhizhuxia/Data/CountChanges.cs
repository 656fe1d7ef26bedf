using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>
/// Counts what was committed for <see cref="PortalMeter"/>: steps of pieces, mails taken in, uploads begun. One place for all doors; what was rolled
/// back is not counted.
/// </summary>
internal sealed class CountChanges : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, Waiting> _waiting = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        var context = eventData.Context!;
        if (PortalMeter.Steps.Enabled)
            foreach (var entry in context.ChangeTracker.Entries())
                if (entry.State is EntityState.Added && Of(entry.Entity, context) is { } count)
                    WaitingIn(context).Counts.Add(count);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken)
    {
        if (eventData.Context!.Database.CurrentTransaction is null)
            Count(eventData.Context);
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken)
    {
        _waiting.Remove(eventData.Context!);
        return base.SaveChangesFailedAsync(eventData, cancellationToken);
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken)
    {
        _waiting.Remove(eventData.Context!);
        return base.SaveChangesCanceledAsync(eventData, cancellationToken);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        Count(eventData.Context!);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        _waiting.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    /// <summary>A transaction that is only disposed rolls back unheard: what waited for it is not the next one's.</summary>
    private static Waiting WaitingIn(DbContext context)
    {
        var now = context.Database.CurrentTransaction?.TransactionId;
        if (_waiting.TryGetValue(context, out var waiting) && waiting.Transaction == now)
            return waiting;
        waiting = new(now);
        _waiting.AddOrUpdate(context, waiting);
        return waiting;
    }

    private static void Count(DbContext context)
    {
        if (!_waiting.TryGetValue(context, out var waiting))
            return;
        _waiting.Remove(context);
        foreach (var count in waiting.Counts)
            count();
    }

    private static Action? Of(object row, DbContext context) => row switch
    {
        Step { From: State.Draft } step when context.Set<Submission>().Local.FindEntry(step.SubmissionId)?.Entity is { } piece => () => Count(step, piece),
        Step step => () => Count(step),
        InboundMail => () => PortalMeter.Mails.Add(1, new KeyValuePair<string, object?>("zhizhuxia.mail.direction", "received")),
        Upload => () => PortalMeter.Uploads.Add(1, new KeyValuePair<string, object?>("zhizhuxia.upload.outcome", "begun")),
        _ => null,
    };

    private static void Count(Step step, Submission piece)
    {
        PortalMeter.Submissions.Add(1, new("zhizhuxia.submission.kind", $"{piece.Kind}"), new("zhizhuxia.submission.channel", $"{piece.Channel}"));
        Count(step);
    }

    private static void Count(Step step) => PortalMeter.Steps.Add(1, new KeyValuePair<string, object?>("zhizhuxia.submission.verb", $"{step.Verb}"));

    /// <param name="Transaction">That they were saved in; null: each save is one of its own.</param>
    private sealed record Waiting(Guid? Transaction)
    {
        public List<Action> Counts { get; } = [];
    }
}
