using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>One address found in a pasted text.</summary>
/// <param name="Url">With its scheme, without tracking parameters.</param>
/// <param name="Platform">Name of a row of <see cref="Platforms"/>, or <see cref="Platforms.Unknown"/>.</param>
/// <param name="Key">
/// Who numbered it (its platform, of 西瓜 toutiao) and the number, <c>bilibili:BV13x41117TL</c>: the same clip has the same key however it came. Of an
/// unknown page its address; of an address longer than an index takes, the beginning and a hash of the whole.
/// </param>
/// <param name="Code">提取码 of a cloud disk, or null.</param>
/// <param name="Expires">Until when a cloud disk keeps it, in the words of the text, or null.</param>
public sealed record SharedLink(string Url, string Platform, LinkKind Kind, string Key, string? Code, string? Expires)
{
    /// <summary>Characters, all of ASCII; a row of an index of PostgreSQL holds some 2700 bytes.</summary>
    private const int LongestKey = 1000;

    /// <summary>A platform's first page.</summary>
    internal bool IsHome => Platform != Platforms.Unknown && new Uri(Url) is { PathAndQuery: "/", Fragment: "" };

    public string Key { get; } = Key.Length <= LongestKey ? Key : $"{Key[..LongestKey]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}";
}
