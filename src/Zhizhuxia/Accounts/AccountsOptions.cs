using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Accounts;

public enum SecondFactorRule
{
    /// <summary>终审, 财务 and 管理员 work only with a second factor.</summary>
    Required,

    /// <summary>Everybody may have one; nobody must. For demonstrations.</summary>
    Optional,
}

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    public SecondFactorRule SecondFactor { get; set; } = SecondFactorRule.Required;

    /// <summary>A session ends when it was not used for this long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this long, however much it was used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How old what a session says about roles and sign-out may be.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan StampChecked { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How recent password or code must be for changing people and their roles.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "12:00:00")]
    public TimeSpan StepUp { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a link that sets a password works.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "14.00:00:00")]
    public TimeSpan Invitation { get; set; } = TimeSpan.FromHours(72);

    /// <summary>Every refused sign-in takes at least this long, whatever the reason.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Refusal { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether this person may do nothing before there is a second factor.</summary>
    public bool MustEnrol(Editor editor) => SecondFactor is SecondFactorRule.Required && editor.NeedsSecondFactor && !editor.HasSecondFactor;

    /// <summary>Whether this role, own or lent, is closed to the person for want of a second factor.</summary>
    public bool Closes(Role role, Editor editor) => SecondFactor is SecondFactorRule.Required && role.NeedsSecondFactor && !editor.HasSecondFactor;

    /// <summary>Shortest password (security §3): 12 characters where a second factor stands beside it, else 15.</summary>
    public int ShortestPassword(Editor editor) =>
        editor.HasSecondFactor || (SecondFactor is SecondFactorRule.Required && editor.NeedsSecondFactor) ? 12 : 15;
}
