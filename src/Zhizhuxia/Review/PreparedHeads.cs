using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;
using Question = System.Func<Zhizhuxia.Data.PortalDb, System.Guid, System.DateTimeOffset, System.DateTimeOffset, System.Guid, System.Collections.Generic.IAsyncEnumerable<Zhizhuxia.Review.QueuedPiece>>;

namespace Zhizhuxia.Review;

/// <summary>
/// The pages that everybody opens, the queue without a filter, as questions that EF Core compiles once: to put one together and to look it up is a
/// quarter of such a page's time, and most of what it leaves to the collector. The question itself is the queue's own, asked of a tray whose person
/// and moments are place-holders; what it says of them becomes its parameters.
/// </summary>
internal static class PreparedHeads
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(bool Waits, string Levels, bool FromStart), Question>> Known = [];

    private static readonly Guid Somebody = new("5f0c2a1e-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset SomeIdle = new(2001, 1, 1, 1, 1, 1, TimeSpan.Zero);
    private static readonly QueueCursor SomePlace = new(false, new(2002, 2, 2, 2, 2, 2, TimeSpan.Zero), new("5f0c2a1e-0000-7000-8000-000000000002"));

    /// <summary>Asks for the first pieces behind a place.</summary>
    /// <param name="db">Where.</param>
    /// <param name="waits">Which part of the queue <paramref name="ask"/> reads: what waits for the person, or the rest.</param>
    /// <param name="tray">Of the person.</param>
    /// <param name="after">The place.</param>
    /// <param name="ask">The question for any tray and place. It is the same for the same part, levels, and beginning or not.</param>
    public static IAsyncEnumerable<QueuedPiece> Read(PortalDb db, bool waits, InTray tray, QueueCursor after, Func<InTray, QueueCursor, IQueryable<QueuedPiece>> ask)
    {
        var fromStart = after.At == DateTimeOffset.MinValue;
        var question = Known.GetOrCreateValue(db.Model).GetOrAdd(
            (waits, string.Join(' ', tray.Levels), fromStart),
            _ => Compiled(ask(tray.For(Somebody, SomeIdle), fromStart ? after : SomePlace).Expression));
        return question(db, tray.Me, tray.IdleSince, after.At, after.Id);
    }

    private static Question Compiled(Expression asked)
    {
        var db = Expression.Parameter(typeof(PortalDb), "db");
        ParameterExpression me = Expression.Parameter(typeof(Guid), nameof(me)), idleSince = Expression.Parameter(typeof(DateTimeOffset), nameof(idleSince));
        ParameterExpression at = Expression.Parameter(typeof(DateTimeOffset), nameof(at)), id = Expression.Parameter(typeof(Guid), nameof(id));
        var open = new Opened(db, new() { [Somebody] = me, [SomeIdle] = idleSince, [SomePlace.At] = at, [SomePlace.Id] = id }).Visit(asked);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<PortalDb, Guid, DateTimeOffset, DateTimeOffset, Guid, IQueryable<QueuedPiece>>>(open, db, me, idleSince, at, id));
    }

    /// <summary>Puts parameters where place-holders were captured, and the database's where one was.</summary>
    private sealed class Opened(ParameterExpression db, Dictionary<object, ParameterExpression> places) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (!IsCaptured(node) || node.Expression is { Type: var of } && of.IsAssignableTo(typeof(DbContext)))
                return base.VisitMember(node);
            return node.Type.IsAssignableTo(typeof(DbContext)) ? db : Placed(Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile()(), node.Type);
        }

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

        // A state is part of the question; a person, a right or a moment that is no place-holder would be the first asker's for everybody.
        private Expression Placed(object? value, Type type) => value switch
        {
            not null when places.TryGetValue(value, out var place) => place.Type == type ? place : Expression.Convert(place, type),
            Enum => Expression.Constant(value, type),
            _ => throw new UnreachableException($"The queue's question holds {value}, which is not one of its parameters."),
        };

        private static bool IsCaptured(MemberExpression node) => node.Expression is ConstantExpression or null || node.Expression is MemberExpression inner && IsCaptured(inner);
    }
}
