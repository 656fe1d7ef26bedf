using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What a reader sees of a mailed piece that is to be completed.</summary>
/// <param name="Text">The words of the mail, as far as they stand on the piece.</param>
/// <param name="Files">Names of the films that came with it.</param>
/// <param name="Awaited">Names of 超大附件 and of films that broke off, with when they expire.</param>
/// <param name="Name">The sender's name as the mail gave it.</param>
/// <param name="Email">The sender's address.</param>
public sealed record CompletionView(
    string Number, string Title, string Text, SubmissionKind Kind, IReadOnlyList<string> Files, IReadOnlyList<AwaitedName> Awaited, string Name, string? Email)
{
    /// <summary>An editor typed it in for the reader.</summary>
    public bool IsByPhone { get; private init; }

    public string? Mobile { get; private init; }

    /// <summary>The addresses the reader named.</summary>
    public string? LinkText { get; private init; }

    internal static CompletionView Of(Submission piece, IReadOnlyList<AwaitedFile> awaited, DateTimeOffset now) => new(
        piece.Number!, piece.Title, piece.Text, piece.Kind, [.. piece.UsableAssets.OrderBy(asset => asset.Id).Select(asset => asset.FileName)],
        [.. awaited.Select(file => new AwaitedName(file.Name ?? "没有写名字的附件", file.Expires, file.Expires < now))], piece.Contact?.Name ?? "", piece.Contact?.Email)
    {
        IsByPhone = piece.Channel is Channel.Phone, Mobile = piece.Contact?.Mobile, LinkText = piece.Channel is Channel.Phone ? piece.LinkText : null,
    };
}

/// <param name="Expires">When the sender's provider drops it; null if it does not say.</param>
/// <param name="IsGone">That moment has passed.</param>
public sealed record AwaitedName(string Name, DateTimeOffset? Expires, bool IsGone);
