using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    public required DateTimeOffset At { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; private set; } = "";

    /// <summary>What <see cref="Hash"/> must be.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        PreviousHash, SubmissionId.ToString("N"), Number.ToString(CultureInfo.InvariantCulture), Verb.ToString(),
        EditorId?.ToString("N") ?? "-", ActorName, From.ToString(), To.ToString(), Digest,
        At.UtcTicks.ToString(CultureInfo.InvariantCulture), Comment ?? ""))));

    public Step Sealed()
    {
        Hash = ComputeHash();
        return this;
    }
}
