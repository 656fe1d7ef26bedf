using System.Globalization;
using Zhizhuxia.Accounts;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>The fields of a lending; times as clocks in Beijing show them.</summary>
public sealed class LendForm
{
    public Role? Role { get; set; }

    public Guid? Colleague { get; set; }

    public DateTime? From { get; set; }

    public DateTime? Until { get; set; }

    public string? Reason { get; set; }

    /// <summary>What is missing is refused by the rule it belongs to.</summary>
    public LendingOrder ToOrder(DateTimeOffset now) => new(
        Role ?? Accounts.Role.Editor1, Colleague ?? Guid.Empty, From is { } from ? Beijing.At(from) : now, Until is { } until ? Beijing.At(until) : now, Reason ?? "");

    /// <summary>As the browser's field wants it.</summary>
    public static string? Shown(DateTime? local) => local?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
