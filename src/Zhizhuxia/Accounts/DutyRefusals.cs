namespace Zhizhuxia.Accounts;

/// <summary>Why a level is not lent; sentences in RefusalTexts.</summary>
public static class DutyRefusals
{
    public const string NotLendable = "level-not-lendable";
    public const string NotYours = "lending-not-yours";
    public const string ToOneself = "lending-to-oneself";
    public const string NoReviewer = "stand-in-no-reviewer";
    public const string HasItAlready = "stand-in-has-level";
    public const string NeedsSecondFactor = "stand-in-needs-second-factor";
    public const string NoReason = "lending-reason";
    public const string WrongTime = "lending-time";
    public const string Overlaps = "lending-overlaps";
    public const string Over = "lending-over";
}
