using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhizhuxia.Data;

/// <summary>What the chain of hashes needs beside its tables.</summary>
internal static class HistorySchema
{
    /// <summary>Once the column LastHash is there: pieces that an older program wrote.</summary>
    public static void FillLastHash(this MigrationBuilder migration) => migration.Sql("""
        UPDATE "Submissions" SET "LastHash" = (SELECT "Hash" FROM "Steps" WHERE "Steps"."SubmissionId" = "Submissions"."Id" ORDER BY "Number" DESC LIMIT 1);
        """);
}
