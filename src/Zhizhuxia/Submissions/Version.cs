using System.Security.Cryptography;
using System.Text.Json;

namespace Zhizhuxia.Submissions;

/// <summary>What a verdict is bound to: immutable content of a piece at one moment, named by its digest.</summary>
public sealed class Version
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>1, 2, 3 … within the piece.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex.</summary>
    public required string Digest { get; init; }

    /// <summary>Canonical form: a JSON array of fixed order (hashes of the assets that go out in the order they came, title, text, credits, source line, AI verdict).</summary>
    public required string Canonical { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Version Of(Submission piece, int number, string by, DateTimeOffset at)
    {
        var canonical = JsonSerializer.Serialize(new object?[]
        {
            piece.ChosenAssets.OrderBy(asset => asset.Id).Select(asset => asset.Sha256).ToArray(),
            piece.Title, piece.Text, piece.LinkText, piece.ProposalText,
            piece.Credits.Select(credit => new object[] { credit.Role, credit.Names.ToArray() }).ToArray(),
            piece.SourceLine, piece.AiLabel?.ToString(),
        });
        return new()
        {
            Id = Guid.CreateVersion7(at),
            SubmissionId = piece.Id,
            Number = number,
            Canonical = canonical,
            Digest = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(canonical))),
            By = by,
            At = at,
        };
    }
}
