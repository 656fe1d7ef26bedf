using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Benchmarks;

#pragma warning disable CA5394 // the same pieces each time, not a secret

/// <summary>
/// Makes very many pieces by raw SQL, the same for the same number: a tenth in work, their words drawn from two thousand of which few are frequent and
/// most are rare, as words are. The index is written by the product's own triggers.
/// </summary>
internal sealed class PieceMill(PortalDb db, Guid me)
{
    private const int Commit = 20_000;
    private const int Vocabulary = 2000;

    private const string Signs =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞";

    private static readonly string[] Words = Enumerable.Range(0, Vocabulary).Select(Word).ToArray();

    private readonly Random _random = new(20261128);

    /// <summary>The n-th most frequent word; the first is in most pieces.</summary>
    public static string Frequent(int rank) => Words[rank];

    public async Task MakeAsync(int count, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        await RunAsync(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA foreign_keys=OFF;", ct);
        for (var first = 0; first < count; first += Commit)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var piece = Command(connection, """
                INSERT INTO "Submissions" ("Id", "Number", "Kind", "Channel", "State", "RowVersion", "Title", "Text", "Credits", "Digest", "CreatedAt", "SubmittedAt", "OriginalWaived", "IsUrgent")
                VALUES ($id, $number, $kind, $channel, $state, 1, $title, $text, '[]', '', $at, $at, 0, 0)
                """);
            await using var entry = Command(connection, """
                INSERT INTO "QueueEntries" ("SubmissionId", "Number", "Title", "Kind", "Channel", "State", "SubmittedAt", "ClaimBy", "ClaimName", "ClaimAt", "FirstPassBy", "Marks", "Version", "Steps", "Upright", "ChangedAt", "Words")
                VALUES ($id, $number, $title, $kind, $channel, $state, $at, $claim, $claim, $claimed, $passed, $marks, 1, 1, 0, $at, $words)
                """);
            (piece.Transaction, entry.Transaction) = (transaction, transaction);
            for (var number = first; number < Math.Min(count, first + Commit); number++)
                await AddAsync(piece, entry, number, count, ct);
            await transaction.CommitAsync(ct);
        }
        await RunAsync(connection, "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);", ct);
        await db.Database.CloseConnectionAsync();
    }

    private async Task AddAsync(DbCommand piece, DbCommand entry, int number, int count, CancellationToken ct)
    {
        var at = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(number - count);
        var (state, title, text) = (StateOf(number), Sentence(4), Sentence(14));
        var held = state is State.Review1 && number % 50 == 0;
        foreach (var command in new[] { piece, entry })
        {
            Set(command, "$id", Guid.CreateVersion7(at).ToString().ToUpperInvariant());
            Set(command, "$number", string.Create(CultureInfo.InvariantCulture, $"ZX{at:yyMMdd}-{number:D7}"));
            Set(command, "$kind", number % 3 == 0 ? "Link" : "Film");
            Set(command, "$channel", number % 4 == 0 ? "Mail" : "Web");
            Set(command, "$state", state.ToString());
            Set(command, "$title", title);
            Set(command, "$text", text);
            Set(command, "$at", at.UtcTicks);
        }
        entry.Parameters["$id"].Value = piece.Parameters["$id"].Value;
        Set(entry, "$claim", held ? Guid.Empty.ToString() : DBNull.Value);
        Set(entry, "$claimed", held ? TimeProvider.System.GetUtcNow().UtcTicks : DBNull.Value);
        Set(entry, "$passed", state is State.Review2 && number % 3 == 0 ? me.ToString().ToUpperInvariant() : DBNull.Value);
        Set(entry, "$marks", number % 200 == 0 ? QueueMark.Urgent.Bit() : 0);
        Set(entry, "$words", $"{((string)entry.Parameters["$number"].Value!).ToLowerInvariant()}\n{title}\n{text}");
        await piece.ExecuteNonQueryAsync(ct);
        await entry.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Of a hundred: five, two, one, one and one in work, thirty published, sixty closed.</summary>
    private static State StateOf(int number) => (number * 37 % 100) switch
    {
        < 5 => State.Review1,
        < 7 => State.Review2,
        7 => State.Review3,
        8 => State.Waiting,
        9 => State.Adopted,
        < 40 => State.Published,
        _ => State.Closed,
    };

    private string Sentence(int words)
    {
        var sentence = new StringBuilder();
        for (var word = 0; word < words; word++)
            sentence.Append(Words[(int)(Vocabulary * Math.Pow(_random.NextDouble(), 3))]);
        return sentence.ToString();
    }

    private static string Word(int rank)
    {
        var random = new Random(rank);
        return rank == 0 ? "株洲" : string.Concat(Signs[random.Next(Signs.Length)], Signs[random.Next(Signs.Length)]);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Set(DbCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
            return;
        }
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
