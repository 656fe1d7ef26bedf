using Microsoft.Data.Sqlite;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests.Data;

[NoDatabase]
public sealed class DatabaseTroubleTests
{
    public static TheoryData<Exception, bool> Troubles { get; } = new()
    {
        { new IOException("no space left", 28), true },
        { new InvalidOperationException("saving", new SqliteException("database or disk is full", 13)), true },
        { new SqliteException("database is locked", 5), false },
        { new IOException("broken pipe", 32), false },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_full_disk_is_known_whoever_met_it(Exception trouble, bool isOfSpace) => Assert.Equal(isOfSpace, trouble.IsOfSpace);
}
