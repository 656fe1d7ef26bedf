using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Status;

/// <summary>The part of the status page that changes while the machines are at work.</summary>
/// <param name="DaysLeft">Whole days of the 15 that are left; -1 when they are over; null when the clock has stopped.</param>
public sealed record LiveView(StatusView Piece, int? DaysLeft)
{
    public static LiveView Of(StatusView piece, DateTimeOffset now) =>
        new(piece, piece.AnswerDue is { } due ? (due < now ? -1 : (int)Math.Ceiling((due - now).TotalDays)) : null);
}
