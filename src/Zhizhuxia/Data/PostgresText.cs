using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhizhuxia.Data;

/// <summary>
/// No text of PostgreSQL holds U+0000 or half of a surrogate pair, and a statement with one is an error. Wherever such a sign comes from, U+FFFD goes to
/// the database in its place, as SQLite does with halves of pairs: nothing equals it, and nothing breaks.
/// </summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            object? clean = parameter.Value switch
            {
                string text when MayBreak(text) => Clean(text),
                string?[] texts when texts.Any(MayBreak) => Array.ConvertAll(texts, Clean),
                List<string?> texts when texts.Any(MayBreak) => texts.ConvertAll(Clean),
                _ => null,
            };
            if (clean is not null)
                parameter.Value = clean;
        }
    }

    private static bool MayBreak(string? text) => text is not null && (text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'));

    private static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a pair comes out as U+FFFD
            clean.Append(rune.Value is 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }
}
