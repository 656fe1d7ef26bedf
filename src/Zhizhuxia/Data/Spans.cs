using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

#pragma warning disable EF1002 // what is put into the SQL are our own expressions and lengths of time; every value from outside is a parameter

/// <summary>Lengths of time and calendar days, counted where the rows are: SQLite keeps ticks, PostgreSQL timestamps. Exact medians, by rank.</summary>
public static class Spans
{
    private const string Verdicts = "'Pass', 'Decline', 'ReturnToFirst', 'ReturnToSecond', 'Ask', 'Spam', 'Duplicate'";

    private const string Decided = """(step."Verb" IN ('Decline', 'Spam', 'Duplicate') OR (step."Verb" = 'Pass' AND step."To" = 'Adopted'))""";

    private const string InPeriod = """piece."SubmittedAt" >= {0} AND piece."SubmittedAt" < {1} AND piece."State" <> 'Draft'""";

    /// <summary>When the piece came into the state that a step ended.</summary>
    private const string Came = """
        (SELECT MAX(former."At") FROM "Steps" former WHERE former."SubmissionId" = step."SubmissionId" AND former."Number" < step."Number" AND former."From" <> former."To")
        """;

    /// <summary>From the sending of a piece until an editor first had it open; pieces of the period.</summary>
    public static Task<SpanRow?> FirstLookAsync(this PortalDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => db.OneAsync(
        $"""
        SELECT '' AS "Who", {db.Seconds("piece.\"FirstLookAt\"", "piece.\"SubmittedAt\"")} AS "Seconds", 0 AS "IsMarked"
        FROM "Submissions" piece WHERE {InPeriod} AND piece."FirstLookAt" IS NOT NULL
        """, from, until, ct);

    /// <summary>From the sending of a piece until it was first adopted or closed by an editor; pieces of the period. Marked are those that took longer.</summary>
    public static Task<SpanRow?> DecisionAsync(this PortalDb db, TimeSpan longer, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var seconds = db.Seconds("MIN(step.\"At\")", "piece.\"SubmittedAt\"");
        return db.OneAsync(
            string.Create(CultureInfo.InvariantCulture, $"""
            SELECT '' AS "Who", {seconds} AS "Seconds", CASE WHEN {seconds} > {longer.TotalSeconds} THEN 1 ELSE 0 END AS "IsMarked"
            FROM "Submissions" piece JOIN "Steps" step ON step."SubmissionId" = piece."Id"
            WHERE {InPeriod} AND {Decided} GROUP BY piece."Id", piece."SubmittedAt"
            """), from, until, ct);
    }

    /// <summary>Per editor: from when the piece came to this level until the verdict, whatever was edited meanwhile; verdicts of the period. <see cref="SpanRow.Who"/> is the editor's id; marked is what was passed.</summary>
    public static Task<List<SpanRow>> OfEditorsAsync(this PortalDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => db.MediansAsync(
        $$"""
        SELECT CAST(step."EditorId" AS TEXT) AS "Who", {{db.Seconds("step.\"At\"", Came)}} AS "Seconds", CASE WHEN step."Verb" = 'Pass' THEN 1 ELSE 0 END AS "IsMarked"
        FROM "Steps" step
        WHERE step."At" >= {0} AND step."At" < {1} AND step."EditorId" IS NOT NULL AND step."Verb" IN ({{Verdicts}})
        """, from, until, ct);

    /// <summary>Pieces by the day they were sent in, Beijing time, as <see cref="DateOnly.DayNumber"/>.</summary>
    public static Task<List<DayRow>> ByDayAsync(this PortalDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var day = db.IsSqlite
            ? """((piece."SubmittedAt" + 288000000000) / 864000000000)"""
            : """(CAST(FLOOR((EXTRACT(EPOCH FROM piece."SubmittedAt") + 28800) / 86400) AS INTEGER) + 719162)""";
        return db.Database.SqlQueryRaw<DayRow>(
            $"""
            SELECT CAST({day} AS INTEGER) AS "Day", CAST(COUNT(*) AS INTEGER) AS "Received",
                CAST(SUM(CASE WHEN piece."State" IN ('Adopted', 'Published', 'TakenDown') THEN 1 ELSE 0 END) AS INTEGER) AS "Adopted"
            FROM "Submissions" piece WHERE {InPeriod} GROUP BY 1 ORDER BY 1
            """, db.Moment(from), db.Moment(until)).ToListAsync(ct);
    }

    private static async Task<SpanRow?> OneAsync(this PortalDb db, string spans, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        (await db.MediansAsync(spans, from, until, ct)).SingleOrDefault();

    /// <param name="spans">Rows of "Who", "Seconds" and "IsMarked", 0 or 1; {0} and {1} are the period.</param>
    private static Task<List<SpanRow>> MediansAsync(this PortalDb db, string spans, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        db.Database.SqlQueryRaw<SpanRow>(
            $"""
            SELECT "Who", CAST(MAX("Number") AS INTEGER) AS "Count", CAST(AVG("Seconds") AS DOUBLE PRECISION) AS "Median", CAST(MAX("Marks") AS INTEGER) AS "Marked"
            FROM (
                SELECT "Who", "Seconds", ROW_NUMBER() OVER (PARTITION BY "Who" ORDER BY "Seconds") AS "Place", COUNT(*) OVER (PARTITION BY "Who") AS "Number",
                    SUM("IsMarked") OVER (PARTITION BY "Who") AS "Marks"
                FROM ({spans}) spans
            ) ranked WHERE "Place" IN (("Number" + 1) / 2, ("Number" + 2) / 2) GROUP BY "Who"
            """, db.Moment(from), db.Moment(until)).ToListAsync(ct);

    private static string Seconds(this PortalDb db, string later, string earlier) =>
        db.IsSqlite ? $"(({later} - {earlier}) / 10000000.0)" : $"EXTRACT(EPOCH FROM ({later} - {earlier}))";

    private static object Moment(this PortalDb db, DateTimeOffset moment) => db.IsSqlite ? moment.UtcTicks : moment.ToUniversalTime();

    extension(PortalDb db)
    {
        private bool IsSqlite => db is SqlitePortalDb;
    }
}

/// <summary>How long something took, by the median.</summary>
/// <param name="Who">Of whom; empty: of all.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Median">Seconds.</param>
/// <param name="Marked">How many of them the question marks.</param>
public sealed record SpanRow(string Who, int Count, double Median, int Marked);

/// <summary>What came on one day.</summary>
public sealed record DayRow(int Day, int Received, int Adopted);
