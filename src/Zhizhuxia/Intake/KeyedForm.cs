using System.Globalization;

namespace Zhizhuxia.Intake;

/// <summary>A form and what makes two requests with it the same.</summary>
/// <param name="Key">The idempotency key of the call, <see cref="FormerReceipts.ShortestKey"/> characters or more.</param>
/// <param name="Scope">What else must be the same: draft and browser of a film, the batch of a link.</param>
/// <param name="Part">Which of a call's pieces, <see cref="PartOf"/>; empty: the only one.</param>
public sealed record KeyedForm(string Key, SubmissionForm Form, string Scope, string Part = "")
{
    /// <summary>Sorts behind every <see cref="Part"/>.</summary>
    internal const string AfterParts = "q";

    /// <param name="place">From 0.</param>
    public static string PartOf(int place) => string.Create(CultureInfo.InvariantCulture, $"p{place:00}");
}
