using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Benchmarks;

/// <summary>A page as one would write it by hand: fifty rows of 初审 behind a place, with poster, files, licence and what is stuck, read to the end.</summary>
internal static class RawKeyset
{
    private const string Sql = """
        SELECT p."Id", p."Number", p."Title", p."Kind", p."Channel", p."State", p."Closing", p."SubmittedAt", p."Claim_Name", p."Claim_At", p."AiLabel", p."Declarations", p."IsUrgent", c."Name",
          EXISTS (SELECT 1 FROM "Consents" k WHERE k."SubmissionId" = p."Id" AND k."Kind" = 'Licence'), EXISTS (SELECT 1 FROM "Jobs" j WHERE j."SubmissionId" = p."Id" AND j."State" = 'Dead'),
          a."Id", a."State", a."DurationSeconds", a."Warnings", a."Renditions"
        FROM (SELECT * FROM "Submissions" WHERE "State" = 'Review1' AND ("SubmittedAt", "Id") > ($at, $id) ORDER BY "SubmittedAt", "Id" LIMIT 50) p
        LEFT JOIN "Columns" c ON c."Id" = p."ColumnId" LEFT JOIN "Assets" a ON a."SubmissionId" = p."Id" ORDER BY p."SubmittedAt", p."Id"
        """;

    /// <param name="cursor">As the queue writes it; null: from the start.</param>
    public static async Task ReadAsync(PortalDb db, string? cursor, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        var parts = cursor?.Split('.');
        foreach (var (name, value) in new (string, object)[]
                 {
                     ("$at", parts is null ? 0L : long.Parse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
                     ("$id", parts is null ? "" : Guid.ParseExact(parts[2], "N").ToString().ToUpperInvariant()),
                 })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync(ct))
                reader.GetValues(row);
        }
        await db.Database.CloseConnectionAsync();
    }
}
