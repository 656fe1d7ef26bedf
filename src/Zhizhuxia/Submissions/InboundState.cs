namespace Zhizhuxia.Submissions;

/// <summary>What became of a mail that came in.</summary>
public enum InboundState
{
    /// <summary>The raw message is kept; a job will read it.</summary>
    Stored,

    /// <summary>It is a piece of its own.</summary>
    Piece,

    /// <summary>It belongs to a piece that was there already.</summary>
    Joined,

    /// <summary>待归并: it seems to belong to a piece, but nothing proves it.</summary>
    Unmatched,

    /// <summary>收信异常: it could not be read.</summary>
    SetAside,

    /// <summary>疑似垃圾: from the junk folder.</summary>
    Junk,

    /// <summary>退信: a letter of ours did not arrive.</summary>
    Bounce,

    /// <summary>The same mail came before, with another envelope.</summary>
    Repeat,

    /// <summary>An automatic reply, a list's mail, or our own: nothing to do.</summary>
    Ignored,

    /// <summary>丢弃, by a person.</summary>
    Discarded,
}
