namespace Zhizhuxia.Data;

/// <summary>
/// A key of cookies, forms and one-time links, as every web process of this database reads it. The words inside are encrypted with the newsroom's own
/// key: a copy of the database opens nobody's session.
/// </summary>
public sealed class CookieKey
{
    public const int LongestName = 100;

    /// <summary>As the framework calls it: key-GUID, revocation-….</summary>
    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
