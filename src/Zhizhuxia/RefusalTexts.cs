using System.Globalization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia;

/// <summary>
/// What people are told when a rule says no: what is the matter, what is safe, what to do, and who can mend it.
/// One sentence for each stable code, all of them in refusals.tsv; a test checks that none is missing.
/// </summary>
public static class RefusalTexts
{
    public static IReadOnlyDictionary<string, string> All { get; } = WordTable.Read(typeof(RefusalTexts).Assembly, "refusals.tsv");

    /// <summary>The sentence of a refusal, with its arguments.</summary>
    /// <exception cref="KeyNotFoundException">The code has no sentence: a mistake of ours.</exception>
    public static string Of(RefusedException refused) => Of(refused.Code, [.. refused.Arguments]);

    /// <inheritdoc cref="Of(RefusedException)"/>
    public static string Of(string code, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, All[code], arguments);
}
