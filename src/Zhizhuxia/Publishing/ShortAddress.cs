namespace Zhizhuxia.Publishing;

/// <summary>The permanent short address of a published piece: /V/ and six characters without look-alikes.</summary>
public static class ShortAddress
{
    public const int Length = 6;

    /// <summary>What a person types off the newspaper: any case, O for 0, I or L for 1. Null if it cannot be a code.</summary>
    public static string? Normalize(string? typed)
    {
        var code = (typed ?? "").Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Length && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }

    /// <summary>
    /// The whole address in capitals: scheme and host do not mind, the path is read in any case, and a QR code of capitals is a size smaller.
    /// </summary>
    /// <param name="root">Scheme and host of the portal, with or without a slash at the end.</param>
    /// <param name="code">The piece's short code.</param>
    public static string Of(string root, string code) => $"{root.TrimEnd('/')}/V/{code}".ToUpperInvariant();

    /// <summary>The same as people read it: scheme and host as they are set, without the capitals of the QR code.</summary>
    /// <inheritdoc cref="Of"/>
    public static string Shown(string root, string code) => $"{root.TrimEnd('/')}/v/{code}";

    /// <summary>Address of a file of a published piece, from the site's root.</summary>
    public static string Media(string code, Guid assetId, string file) => $"/v/{code}/media/{assetId:N}/{file}";
}
