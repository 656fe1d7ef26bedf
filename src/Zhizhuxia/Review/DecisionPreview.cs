using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What a decision would do.</summary>
/// <param name="Piece">As it would be afterwards; in memory only.</param>
/// <param name="Letter">The mail that is due, or null if this step tells the reader nothing.</param>
/// <param name="Address">Where it goes; null if the reader left no address, so that somebody telephones.</param>
public sealed record DecisionPreview(Submission Piece, Letter? Letter, string? Address)
{
    /// <summary>Stands in for the address of a reader who left none.</summary>
    private const string Nobody = "-";

    /// <summary>Does it to a copy that is never saved, by the same table.</summary>
    /// <exception cref="RefusedException">The decision would be refused, for the same reason.</exception>
    internal static DecisionPreview Of(Submission copy, Verb verb, Actor actor, DateTimeOffset now, Decision decision)
    {
        var contact = copy.Contact;
        copy.Contact = (contact ?? new("", null, null)) with { Email = contact?.Email ?? Nobody }; // what it would say is told by telephone
        copy.Apply(verb, actor, now, decision);
        copy.Contact = contact;
        return new(copy, copy.Letters.LastOrDefault(), contact?.Email);
    }
}
