namespace Zhizhuxia.Mail.Reading;

/// <summary>What a person would read in an HTML text, and where its links stand.</summary>
internal sealed record HtmlWords(string Text, IReadOnlyList<PlacedLink> Links);
