using Xunit.v3;

namespace Zhizhuxia.FunctionalTests;

/// <summary>
/// On a class whose tests open no database. As all that bear the trait <see cref="TestDatabase.Trait"/>, they say the same on whichever database the suite runs, and run
/// once: infra/test.sh leaves them out of the second round. <see cref="TestDatabase"/> gives them none.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoDatabaseAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(TestDatabase.Trait, TestDatabase.None)];
}
