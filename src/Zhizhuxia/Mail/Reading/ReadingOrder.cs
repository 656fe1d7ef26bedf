using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>How a message is to be read.</summary>
public sealed record ReadingOrder
{
    /// <summary>Is given each attachment while it passes.</summary>
    public KeepPart Keep { get; init; } = (_, _, _, _) => Task.CompletedTask;

    /// <summary>Whether a Message-ID is one of ours. By its shape alone where nobody can verify it.</summary>
    public Func<string?, bool> IsOwnId { get; init; } = OwnMessageId.HasShape;

    /// <summary>For texts that do not say theirs rightly; null: as <see cref="Charsets"/> finds.</summary>
    public string? Charset { get; init; }
}
