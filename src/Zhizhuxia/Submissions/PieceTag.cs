namespace Zhizhuxia.Submissions;

/// <summary>标签: a word a colleague has put on a piece, to find it again. For the newsroom only; nothing is decided by it.</summary>
public sealed class PieceTag
{
    public const int Longest = 12;

    public required Guid SubmissionId { get; init; }

    /// <summary>1–12 characters without spaces.</summary>
    public required string Word { get; init; }

    /// <summary>Name of who put it there.</summary>
    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The word as it is kept; null if it is none.</summary>
    public static string? Clean(string? typed) => typed?.Trim().TrimStart('#', '＃') is { Length: > 0 and <= Longest } word && !word.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign)) ? word : null;
}
