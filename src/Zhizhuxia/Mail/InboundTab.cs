using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The shelves of the page 收信台.</summary>
public enum InboundTab
{
    /// <summary>待归并</summary>
    Unmatched,

    /// <summary>收信异常</summary>
    SetAside,

    /// <summary>疑似垃圾</summary>
    Junk,

    /// <summary>退信</summary>
    Bounce,

    /// <summary>Everything that came.</summary>
    All,
}

/// <summary>What lies on which shelf.</summary>
public static class InboundTabs
{
    /// <summary>Null: every state.</summary>
    public static InboundState? StateOf(InboundTab tab) => tab switch
    {
        InboundTab.Unmatched => InboundState.Unmatched,
        InboundTab.SetAside => InboundState.SetAside,
        InboundTab.Junk => InboundState.Junk,
        InboundTab.Bounce => InboundState.Bounce,
        _ => null,
    };
}
