namespace Zhizhuxia.Submissions;

/// <summary>谁拍的</summary>
public enum Origin
{
    Own,

    /// <summary>家人朋友拍的,已同意</summary>
    FamilyOrFriend,

    /// <summary>网上看到的: only a tip, no fee promised.</summary>
    SeenOnline,
}

/// <summary>刊发时怎么署名</summary>
public enum CreditWish
{
    RealName,
    PenName,
    None,
}

/// <summary>发表过吗; never blocks.</summary>
public enum PublishedBefore
{
    No,
    OwnAccount,
    Elsewhere,
}

/// <summary>有没有用 AI</summary>
public enum AiUse
{
    No,
    Yes,
    Unknown,
}

/// <summary>出镜的人</summary>
public enum PeopleShown
{
    NobodyRecognisable,
    AllAgreed,
    SomeUnaware,
}

/// <summary>未成年人出镜</summary>
public enum Minors
{
    None,
    GuardianAgreed,
    NotAsked,
}

/// <summary>投稿人的年龄; under 14 only through the guardian's form.</summary>
public enum AgeGroup
{
    Adult,
    From14To17,
    Under14,
}

/// <summary>What the reader said about the piece on the form. Null: was not asked, for nothing had been filmed yet.</summary>
public sealed record Declarations(
    Origin? Origin,
    CreditWish? CreditWish,
    PublishedBefore? PublishedBefore,
    AiUse? AiUse,
    string? AiWhere,
    PeopleShown? PeopleShown,
    Minors? Minors,
    AgeGroup AgeGroup)
{
    /// <summary>The reader was asked about a film; of a proposal there is none.</summary>
    public bool IsOfFilm => Origin is not null;
}
