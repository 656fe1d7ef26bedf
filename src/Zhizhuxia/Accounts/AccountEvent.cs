namespace Zhizhuxia.Accounts;

/// <summary>One line of the record of accounts: who came in, who could not, and what was changed by whom. Written once, never changed.</summary>
public sealed class AccountEvent
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AccountEventKind Kind { get; init; }

    /// <summary>Whose account; null where nobody has the address that was tried. What was typed is not kept: it may be a password.</summary>
    public Guid? EditorId { get; init; }

    /// <summary>The person's name as it was then.</summary>
    public string? EditorName { get; init; }

    /// <summary>Name of the colleague who did it; null if it was the person.</summary>
    public string? By { get; init; }

    /// <summary>In words, for example "初审编辑 → 初审编辑、复审主任".</summary>
    public string? Detail { get; init; }

    /// <summary>The browser in words, for example "Chrome · Windows".</summary>
    public string? Browser { get; init; }

    /// <summary>The network it came from, its last part left out: "10.0.3.*".</summary>
    public string? Network { get; init; }
}
