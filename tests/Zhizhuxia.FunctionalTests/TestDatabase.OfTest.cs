namespace Zhizhuxia.FunctionalTests;

/// <summary>Benchmarks, drills and browser tests share the other part; they have no such tests.</summary>
internal static partial class TestDatabase
{
    static partial void AskTest(ref string? own)
    {
        if ((TestContext.Current.TestCase?.Traits ?? TestContext.Current.TestClass?.Traits)?.TryGetValue(Trait, out var said) is true)
            own = said.Single();
    }
}
