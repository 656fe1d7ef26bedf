namespace Zhizhuxia.Submissions;

/// <summary>What the person adds to a verb. Only what the verb needs is looked at.</summary>
public sealed record Decision
{
    public static Decision Plain { get; } = new();

    /// <summary>Comment or reason for colleagues; internal unless <see cref="TellsComment"/>.</summary>
    public string? Comment { get; init; }

    /// <summary>What the history keeps of it.</summary>
    public string? Said => string.Join('；', new[]
    {
        Other is { } other ? $"与 {other.Number} 重复" : null, Other?.Evidence, DeclineReason,
        Items.Count > 0 ? $"请补充：{string.Join('、', Items.Select(DeskWords.Of))}{(Due is { } due ? $"（{Beijing.Day(due)}前）" : "")}" : null, Told is null ? Comment : $"{Comment}（也告诉了读者）", Answer,
    }.Where(words => !string.IsNullOrEmpty(words))) is { Length: > 0 } said ? said : null;

    /// <summary>Why a piece is not taken: one of the list, in words the reader may see.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>Of <see cref="Verb.Decline"/>: the reader is to have <see cref="Comment"/> too.</summary>
    public bool TellsComment { get; init; }

    /// <summary>What of <see cref="Comment"/> the reader is told; null: nothing. Who takes the words out of the letter again does not tell them.</summary>
    public string? Told => TellsComment && Comment is { } words && (Letter is null || Letter.Body.Contains(words, StringComparison.Ordinal)) ? words : null;

    /// <summary>All four points of the rights checklist are ticked.</summary>
    public bool RightsChecked { get; init; }

    /// <summary>复审 accepts that the original of a link cannot be had.</summary>
    public bool WaiveOriginal { get; init; }

    /// <summary>What the reader is asked for.</summary>
    public IReadOnlyList<RequestItem> Items { get; init; } = [];

    /// <summary>Until when the reader is asked to answer.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The reader's answer.</summary>
    public string? Answer { get; init; }

    /// <summary>Of <see cref="Verb.Receive"/>: the mail.</summary>
    public Mailed? Mailed { get; init; }

    /// <summary>The address the piece will have, and what the QR code reads back as; Publishing fills both.</summary>
    public string? PublicAddress { get; init; }

    /// <inheritdoc cref="PublicAddress"/>
    public string? QrReads { get; init; }

    /// <summary>Of <see cref="Verb.Duplicate"/>: the number of the piece that goes on, as typed.</summary>
    public string? OtherNumber { get; init; }

    /// <summary>The piece of that number; Review looks it up.</summary>
    public OtherPiece? Other { get; init; }

    /// <summary>Of <see cref="Verb.Reopen"/>: the reader who withdrew the piece agrees.</summary>
    public bool ReaderAgrees { get; init; }

    /// <summary>Of <see cref="Verb.Revise"/>: the words as they are to be.</summary>
    public Content? Revised { get; init; }

    /// <summary>The mail as the editor has changed it; null: as composed.</summary>
    public LetterText? Letter { get; init; }
}

/// <summary>What can be asked of a reader (domain T8).</summary>
public enum RequestItem
{
    /// <summary>原片</summary>
    Original,

    /// <summary>授权</summary>
    Licence,

    /// <summary>修改</summary>
    Change,

    /// <summary>事实</summary>
    Facts,

    /// <summary>署名</summary>
    Credits,

    /// <summary>监护人同意</summary>
    Guardian,
}
