using System.Text.RegularExpressions;

namespace Zhizhuxia.Intake;

/// <summary>A platform's number by itself, as people dictate it: BV1GJ411x7h7.</summary>
/// <param name="pattern">Of the number as the platform prints it, upper and lower case told apart.</param>
/// <param name="page">Address of its page without the number at the end.</param>
public sealed class PlatformNumber(string pattern, string page)
{
    private readonly Regex _pattern = new($"(?<![0-9A-Za-z]){pattern}(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(1));

    public string Page => page;

    public IEnumerable<Match> Matches(string text) => _pattern.Matches(text);
}
