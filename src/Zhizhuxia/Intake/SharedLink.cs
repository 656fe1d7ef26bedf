using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>One address found in a pasted text.</summary>
/// <param name="Url">With its scheme, without tracking parameters.</param>
/// <param name="Platform">Name of a row of <see cref="Platforms"/>, or <see cref="Platforms.Unknown"/>.</param>
/// <param name="Key">Platform and id, <c>bilibili:BV13x41117TL</c>: the same clip has the same key however it came. Of an unknown page its address.</param>
/// <param name="Code">提取码 of a cloud disk, or null.</param>
/// <param name="Expires">Until when a cloud disk keeps it, in the words of the text, or null.</param>
public sealed record SharedLink(string Url, string Platform, LinkKind Kind, string Key, string? Code, string? Expires);
