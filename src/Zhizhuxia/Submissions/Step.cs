using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Submissions;

/// <summary>One event in the history of a piece. Steps form a chain: hash = SHA-256(previous hash ‖ canonical step), so that a changed row is found.</summary>
public sealed class Step
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>1, 2, 3 … within the piece.</summary>
    public required int Number { get; init; }

    public required Verb Verb { get; init; }

    /// <summary>Null for the reader.</summary>
    public required Guid? EditorId { get; init; }

    public required string ActorName { get; init; }

    public required State From { get; init; }

    public required State To { get; init; }

    /// <summary>Digest of the version it was done to.</summary>
    public required string Digest { get; init; }

    /// <summary>Comment or reason; internal.</summary>
    public string? Comment { get; init; }

    /// <summary>Of <see cref="Verb.TakeOver"/>: the colleague's claim as it was.</summary>
    public Claim? TakenFrom { get; init => field = value is null ? null : value with { At = Whole(value.At) }; }

    /// <summary>代: the level that the person had only by the duty roster; null for who acted in their own right.</summary>
    public Role? LentRole { get; init; }

    /// <summary>To the microsecond: what every database keeps, so that the hash holds in each.</summary>
    public required DateTimeOffset At { get; init => field = Whole(value); }

    public required string PreviousHash { get; init; }

    public string Hash { get; private set; } = "";

    /// <summary>What <see cref="Hash"/> must be.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [
            PreviousHash, SubmissionId.ToString("N"), Number.ToString(CultureInfo.InvariantCulture), LentRole is { } lent ? $"{Verb} as {lent}" : $"{Verb}",
            EditorId?.ToString("N") ?? "-", ActorName, From.ToString(), To.ToString(), Digest, Ticks(At), .. Colleague, Comment ?? "",
        ]))));

    /// <summary>Only in the steps that have one: the hashes of all others stay as they were before there was any.</summary>
    private string[] Colleague => (Verb, TakenFrom) switch
    {
        (_, { } claim) => [claim.EditorId.ToString("N"), claim.Name, Ticks(claim.At)],
        (Verb.TakeOver, null) => ["-", "-", "-"],
        _ => [],
    };

    public Step Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string Ticks(DateTimeOffset time) => time.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
