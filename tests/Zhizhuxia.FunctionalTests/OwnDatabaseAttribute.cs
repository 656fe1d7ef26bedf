using Xunit.v3;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests;

/// <summary>On a test that asks something which only one database has: it is on that one, whatever database the suite runs on.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnDatabaseAttribute(DatabaseKind kind) : Attribute, ITraitAttribute
{
    public DatabaseKind Kind => kind;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(TestDatabase.Trait, kind.ToString())];
}
