namespace Zhizhuxia.Mail.Mime;

/// <summary>Chooses the decoder of a part.</summary>
internal static class TransferEncoding
{
    /// <summary>By Content-Transfer-Encoding; what is unknown or empty is taken as it is.</summary>
    public static ITransferDecoder DecoderOf(MimeFields fields) => fields.Value("Content-Transfer-Encoding").Value switch
    {
        "base64" => new Base64Decoder(),
        "quoted-printable" => new QuotedPrintableDecoder(),
        "x-uuencode" or "uuencode" or "x-uue" or "uue" => new UuDecoder(began: false),
        _ => new PlainDecoder(),
    };
}
