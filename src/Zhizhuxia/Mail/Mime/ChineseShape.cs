namespace Zhizhuxia.Mail.Mime;

/// <summary>
/// How much bytes look like Chinese. GB18030 and Big5 accept nearly all of each other's bytes, and Latin-1 accepts anything: being valid tells nothing, but
/// written Chinese keeps to each charset's common characters.
/// </summary>
/// <param name="Gb">Share of its pairs that GB2312 has among its 3755 common characters or its marks.</param>
/// <param name="Big5">Likewise, of the 5401 common characters of Big5.</param>
/// <param name="Pairs">Characters of two bytes, read as GB18030.</param>
internal readonly record struct ChineseShape(double Gb, double Big5, int Pairs)
{
    private const double Likely = 0.8;
    private const double Clearly = 0.2;

    /// <summary>Fewer characters prove nothing against what a mail says of itself.</summary>
    private const int Enough = 4;

    private delegate bool Common(byte lead, byte trail);

    public bool IsClearlyGb => Pairs >= Enough && Gb >= Likely && Gb > Big5 + Clearly;

    public bool IsClearlyBig5 => Pairs >= Enough && Big5 >= Likely && Big5 > Gb + Clearly;

    /// <summary>Against a Western label, whose letters stand one by one between ASCII.</summary>
    public bool IsChinese => Pairs > 1 && Math.Max(Gb, Big5) >= Likely;

    public static ChineseShape Of(ReadOnlySpan<byte> bytes)
    {
        var (gb, pairs) = Share(bytes, IsCommonGb);
        var (big5, _) = Share(bytes, IsCommonBig5);
        return new(gb, big5, pairs);
    }

    private static (double Share, int Pairs) Share(ReadOnlySpan<byte> bytes, Common isCommon)
    {
        var (common, all) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
                continue;
            all++;
            if (at + 1 == bytes.Length || bytes[at + 1] < 0x30)
                continue;
            if (isCommon(bytes[at], bytes[at + 1]))
                common++;
            at += bytes[at + 1] < 0x40 ? 3 : 1; // four bytes in GB18030
        }
        return (all == 0 ? 0 : (double)common / all, all);
    }

    private static bool IsCommonGb(byte lead, byte trail) => trail >= 0xA1 && lead is (>= 0xB0 and <= 0xD7) or 0xA1 or 0xA3;

    private static bool IsCommonBig5(byte lead, byte trail) => lead is >= 0xA4 and <= 0xC6 or 0xA1 && trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE);
}
