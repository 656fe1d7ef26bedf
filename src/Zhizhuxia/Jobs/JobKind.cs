namespace Zhizhuxia.Jobs;

/// <summary>What a job does; one <see cref="IJobHandler"/> for each.</summary>
public enum JobKind
{
    StoreAsset,
    InspectAsset,
    MakeProxy,
    MakeLadder,

    /// <summary>One range of a long film's pictures.</summary>
    EncodeRange,

    /// <summary>A long film's sound.</summary>
    EncodeSound,

    /// <summary>A long film's ladder from its parts.</summary>
    JoinRanges,
    SendMail,

    /// <summary>A link piece's pages.</summary>
    FetchLinkFacts,
    SweepUploads,

    /// <summary>Requests to readers: reminders, and the end when nobody answers.</summary>
    ExpireRequests,

    /// <summary>Digests and alarms to the staff.</summary>
    TellStaff,

    /// <summary>A mail that came in.</summary>
    ReadMail,

    /// <summary>What other pieces a piece is like.</summary>
    FindDuplicates,

    /// <summary>Rows against files.</summary>
    Reconcile,
}
