using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

#pragma warning disable EF1002 // what is put into the SQL are names of our own columns and places of parameters, never what was asked

/// <summary>
/// Finds pieces by words, the newest first when ordered by descending <see cref="QueueEntry.Serial"/>: that is the order of the index itself, so that a
/// page of a word that half of all pieces have costs no more than one of a rare word. What was asked is a parameter, in quotes of the index's language.
/// </summary>
public static class QueueSearch
{
    /// <summary>From here on a word is found by threes.</summary>
    private const int ByThrees = 3;

    /// <param name="terms">At least one, as <see cref="SearchWords.Terms"/> gives them; all of them are in what is found.</param>
    public static IQueryable<QueueEntry> Search(this PortalDb db, IReadOnlyList<string> terms) =>
        db.Database.IsNpgsql() ? OfPostgres(db, terms) : OfSqlite(db, terms);

    private static IQueryable<QueueEntry> OfSqlite(PortalDb db, IReadOnlyList<string> terms)
    {
        var long_ = terms.Where(term => SearchWords.Length(term) >= ByThrees).ToList();
        var (index, asked) = long_.Count > 0
            ? ("QueueWords", long_.Select(Quoted))
            : ("QueueGrams", terms.SelectMany(term => SearchWords.Grams(term).Split(' ')).Select(Quoted));
        var columns = db.Model.FindEntityType(typeof(QueueEntry))!.GetProperties()
            .Select(property => property.Name == nameof(QueueEntry.Serial) ? """found.rowid AS "Serial" """ : $"entry.\"{property.Name}\"");
        // The index is looked at first, in its order; each row is checked against the words themselves, which also settles what both kinds have in common.
        return db.QueueEntries.FromSqlRaw(
            $$"""
            SELECT {{string.Join(", ", columns)}} FROM "{{index}}" AS found CROSS JOIN "QueueEntries" AS entry ON entry."Serial" = found.rowid
            WHERE found."{{index}}" MATCH {0} {{string.Concat(terms.Select((_, place) => $"AND instr(entry.\"Words\", {{{place + 1}}}) > 0 "))}}
            """,
            [string.Join(' ', asked), .. terms]);
    }

    private static IQueryable<QueueEntry> OfPostgres(PortalDb db, IReadOnlyList<string> terms)
    {
        var conditions = terms.Select((term, place) => SearchWords.Length(term) >= ByThrees
            ? $"\"Words\" LIKE {{{place}}}"
            : $"grams(\"Words\") @> ARRAY[{{{place}}}]");
        return db.QueueEntries.FromSqlRaw(
            $"SELECT * FROM \"QueueEntries\" WHERE {string.Join(" AND ", conditions)}",
            [.. terms.Select(term => SearchWords.Length(term) >= ByThrees ? $"%{Escaped(term)}%" : term)]);
    }

    private static string Quoted(string term) => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Escaped(string term) => term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
