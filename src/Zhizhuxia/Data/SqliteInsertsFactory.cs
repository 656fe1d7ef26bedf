using Microsoft.EntityFrameworkCore.Update;

namespace Zhizhuxia.Data;

/// <summary>How EF Core gets its <see cref="SqliteInserts"/>.</summary>
internal sealed class SqliteInsertsFactory(ModificationCommandBatchFactoryDependencies parts) : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new SqliteInserts(parts);
}
