namespace Zhizhuxia.Mail.Mime;

/// <summary>Collects the charset decisions of one message, each once.</summary>
public sealed class CharsetLog
{
    private const int Most = 100;

    private readonly List<CharsetDecision> _all = [];

    public IReadOnlyList<CharsetDecision> All => _all;

    /// <summary>Plain ASCII is no decision.</summary>
    public void Add(string where, string? declared, DecodedText decoded)
    {
        var decision = new CharsetDecision(where, declared, decoded.Charset);
        if (!decoded.IsAscii && _all.Count < Most && !_all.Contains(decision))
            _all.Add(decision);
    }
}
