namespace Zhizhuxia.Mail.Mime;

/// <summary>What the readers of a message and of the messages within it count together.</summary>
internal sealed class MimeProgress
{
    public int Parts { get; set; }

    public int Containers { get; set; }

    /// <summary>Why reading stopped; null while it goes on.</summary>
    public string? SetAside { get; private set; }

    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    public void Note(string note) => Notes.Add(note);

    public void Stop(string reason) => SetAside ??= reason;
}
