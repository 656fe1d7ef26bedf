using System.Linq.Expressions;

namespace Zhizhuxia.Submissions;

/// <summary>Which pieces wait for a person.</summary>
/// <param name="actor">The person, with what is lent to them.</param>
/// <param name="now">Claims that are idle by then are none.</param>
public sealed class InTray(Actor actor, DateTimeOffset now)
{
    private static readonly State[] _levels = [State.Review1, State.Review2, State.Review3, State.Adopted];

    /// <summary>The person.</summary>
    public Guid Me { get; private init; } = actor.EditorId ?? Guid.Empty;

    /// <summary>Claims that were last used before this are idle.</summary>
    public DateTimeOffset IdleSince { get; private init; } = WorkingHours.Before(now, Claim.Idle);

    /// <summary>The states in which a piece can wait for this person.</summary>
    public IReadOnlyList<State> Levels { get; } =
    [
        .. Workflow.Table.Where(row => row.By.IsStaff() && actor.Is(row.By) && _levels.Contains(row.From) && row.Verb is Verb.Pass or Verb.Publish)
            .Select(row => row.From).Distinct(),
    ];

    /// <summary>The tray of another person with the same levels.</summary>
    public InTray For(Guid person, DateTimeOffset idleSince) => new(actor, now) { Me = person, IdleSince = idleSince };

    /// <summary>In a level this person holds, and nobody else is reading it; never their own, nor what they have passed at another level as it is.</summary>
    public Expression<Func<QueueEntry, bool>> Holds => Levels
        .Select(level => Both(entry => entry.State == level, At(level)))
        .DefaultIfEmpty(_ => false).Aggregate((one, other) => Joined(one, other, Expression.OrElse));

    /// <summary>The same, of pieces that are known to be in one of the person's levels.</summary>
    public Expression<Func<QueueEntry, bool>> At(State level)
    {
        var free = Both(
            entry => entry.EnteredBy == null || entry.EnteredBy != Me,
            entry => entry.ClaimBy == null || entry.ClaimBy == Me || entry.ClaimAt <= IdleSince);
        if (level is State.Review2 or State.Review3)
            free = Both(free, entry => entry.FirstPassBy == null || entry.FirstPassBy != Me);
        if (level is State.Review1 or State.Review3)
            free = Both(free, entry => entry.SecondPassBy == null || entry.SecondPassBy != Me);
        return free;
    }

    private static Expression<Func<QueueEntry, bool>> Both(Expression<Func<QueueEntry, bool>> one, Expression<Func<QueueEntry, bool>> other) =>
        Joined(one, other, Expression.AndAlso);

    private static Expression<Func<QueueEntry, bool>> Joined(
        Expression<Func<QueueEntry, bool>> one, Expression<Func<QueueEntry, bool>> other, Func<Expression, Expression, BinaryExpression> how) =>
        Expression.Lambda<Func<QueueEntry, bool>>(how(one.Body, new OfAnother(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    /// <summary>A condition on one entry, said of another.</summary>
    private sealed class OfAnother(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
