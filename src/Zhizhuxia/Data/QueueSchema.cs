using Microsoft.EntityFrameworkCore.Migrations;

namespace Zhizhuxia.Data;

/// <summary>
/// The indexes that search the queue's words, called by a migration of each database. They follow every write of a row by themselves: on SQLite by
/// triggers (a migration that rebuilds the table QueueEntries must make them anew), on PostgreSQL because they are indexes.
/// Three signs and more are found by threes, one and two by a list of all ones and twos.
/// </summary>
internal static class QueueSchema
{
    private const string Sqlite = """
        CREATE VIRTUAL TABLE "QueueWords" USING fts5("Words", content='QueueEntries', content_rowid='Serial', tokenize='trigram case_sensitive 1');
        CREATE VIRTUAL TABLE "QueueGrams" USING fts5("Grams", content='', contentless_delete=1, detail='none', tokenize='ascii');
        CREATE TRIGGER "QueueEntries_Insert" AFTER INSERT ON "QueueEntries" BEGIN
          INSERT INTO "QueueWords"(rowid, "Words") VALUES (new."Serial", new."Words");
          INSERT INTO "QueueGrams"(rowid, "Grams") VALUES (new."Serial", grams(new."Words"));
        END;
        CREATE TRIGGER "QueueEntries_Update" AFTER UPDATE OF "Words" ON "QueueEntries" WHEN old."Words" <> new."Words" BEGIN
          INSERT INTO "QueueWords"("QueueWords", rowid, "Words") VALUES ('delete', old."Serial", old."Words");
          INSERT INTO "QueueWords"(rowid, "Words") VALUES (new."Serial", new."Words");
          DELETE FROM "QueueGrams" WHERE rowid = old."Serial";
          INSERT INTO "QueueGrams"(rowid, "Grams") VALUES (new."Serial", grams(new."Words"));
        END;
        CREATE TRIGGER "QueueEntries_Delete" AFTER DELETE ON "QueueEntries" BEGIN
          INSERT INTO "QueueWords"("QueueWords", rowid, "Words") VALUES ('delete', old."Serial", old."Words");
          DELETE FROM "QueueGrams" WHERE rowid = old."Serial";
        END;
        """;

    private const string Postgres = """
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE OR REPLACE FUNCTION grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
          'SELECT coalesce(array_agg(DISTINCT substr(words, place, size)), ''{}'') FROM generate_series(1, length(words)) place, generate_series(1, 2) size';
        CREATE INDEX "IX_QueueEntries_Words" ON "QueueEntries" USING gin ("Words" gin_trgm_ops);
        CREATE INDEX "IX_QueueEntries_Grams" ON "QueueEntries" USING gin (grams("Words"));
        """;

    /// <summary>Once the table QueueEntries is there, and empty.</summary>
    public static void CreateSearch(this MigrationBuilder migration) =>
        migration.Sql(IsPostgres(migration) ? Postgres : Sqlite);

    /// <summary>Once the column Tags is there: the words of rows that an older program wrote.</summary>
    public static void FillTags(this MigrationBuilder migration)
    {
        var join = IsPostgres(migration) ? "string_agg" : "group_concat";
        migration.Sql($"""
            UPDATE "QueueEntries" SET "Tags" = (SELECT {join}("Word", ' ' ORDER BY "Word") FROM "PieceTags" WHERE "PieceTags"."SubmissionId" = "QueueEntries"."SubmissionId")
            WHERE "SubmissionId" IN (SELECT "SubmissionId" FROM "PieceTags");
            """);
    }

    /// <summary>Before the table goes.</summary>
    public static void DropSearch(this MigrationBuilder migration)
    {
        if (IsPostgres(migration))
            migration.Sql("""DROP INDEX "IX_QueueEntries_Grams"; DROP FUNCTION grams(text);""");
        else
            migration.Sql("""DROP TABLE "QueueWords"; DROP TABLE "QueueGrams";""");
    }

    private static bool IsPostgres(MigrationBuilder migration) => migration.ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal);
}
