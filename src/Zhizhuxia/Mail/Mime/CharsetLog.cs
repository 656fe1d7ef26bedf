namespace Zhizhuxia.Mail.Mime;

/// <summary>Reads the words of one message, and collects in which charset each was read.</summary>
public sealed class CharsetLog
{
    private const int Most = 100;

    private readonly List<CharsetDecision> _all = [];

    public IReadOnlyList<CharsetDecision> All => _all;

    /// <summary>What a person says it is in; null: as <see cref="Charsets"/> finds. Right UTF-8 stays what it is.</summary>
    public string? Chosen { get; init; }

    /// <summary>Reads them. Plain ASCII is no decision.</summary>
    /// <param name="where">A header's name, or "text".</param>
    /// <param name="declared">What the mail says, or null.</param>
    public string Read(string where, ReadOnlySpan<byte> bytes, string? declared)
    {
        var decoded = Chosen is { } chosen && !Charsets.IsDeclaredUtf8(bytes, declared) ? Charsets.Force(bytes, chosen) : Charsets.Decode(bytes, declared);
        var decision = new CharsetDecision(where, declared, decoded.Charset);
        if (!decoded.IsAscii && _all.Count < Most && !_all.Contains(decision))
            _all.Add(decision);
        return decoded.Text;
    }
}
