namespace Zhizhuxia.Submissions;

/// <summary>What an editor has had before their eyes of a piece, so that the next time the difference can be shown.</summary>
public sealed class Look
{
    /// <summary>Opening the page again within this time is the same look: what was new stays marked as new.</summary>
    public static readonly TimeSpan Same = TimeSpan.FromMinutes(30);

    public required Guid SubmissionId { get; init; }

    public required Guid EditorId { get; init; }

    /// <summary>Number of the newest version seen.</summary>
    public int Version { get; private set; }

    /// <summary>When the page was last opened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Number of the version known before this look; what came after it is news.</summary>
    public int KnownVersion { get; private set; }

    /// <summary>When <see cref="KnownVersion"/> was seen.</summary>
    public DateTimeOffset KnownAt { get; private set; }

    /// <summary>The first look: everything is new, so nothing is marked.</summary>
    public static Look First(Guid piece, Guid editor, int version, DateTimeOffset now) =>
        new() { SubmissionId = piece, EditorId = editor, Version = version, At = now, KnownVersion = version, KnownAt = now };

    /// <summary>The page is opened again.</summary>
    /// <param name="version">Number of the newest version.</param>
    public void Again(int version, DateTimeOffset now)
    {
        if (version != Version || now - At >= Same)
            (KnownVersion, KnownAt) = (Version, At);
        (Version, At) = (version, now);
    }
}
