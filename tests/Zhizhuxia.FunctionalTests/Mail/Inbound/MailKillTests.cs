using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>Server and program are killed in turns while mail comes in: every mail is a piece, none is two. The long form is asked for by the environment.</summary>
public sealed class MailKillTests(ITestOutputHelper output)
{
    private static readonly (int Mails, int Kills) _size = Environment.GetEnvironmentVariable("ZHIZHUXIA_LONG_MAIL") is null ? (30, 6) : (500, 100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_doubled()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ZHIZHUXIA_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ZHIZHUXIA_SEED={seed}"));
        var random = new Random(seed);
        await using var server = await Dovecot.StartAsync(Ct);
        await using var portal = await PortalProcess.StartAsync(server.Settings, Ct);

        var (delivered, seen) = (0, 0);
        for (var kill = 0; kill < _size.Kills; kill++)
        {
            for (var upTo = (kill + 1) * _size.Mails / _size.Kills; delivered < upTo; delivered++)
                server.Deliver(Mail(delivered, random));
            seen = Math.Max(seen, delivered - random.Next(_size.Mails / _size.Kills + 1));
            await Eventually.TrueAsync(async () => await CountAsync(portal) >= seen);
            server.MarkAllSeen();
            await KillAsync(server, portal, kill, random);
        }
        await Eventually.TrueAsync(async () => await IsThroughAsync(portal));

        await using var db = portal.Data.OpenDb();
        var titles = await db.Submissions.Select(piece => piece.Title).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(0, _size.Mails).Select(TitleOf).Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        Assert.Equal(_size.Mails, await db.InboundMails.CountAsync(mail => mail.State == InboundState.Piece, Ct));
        Assert.Equal(_size.Mails, await db.Letters.CountAsync(letter => letter.Kind == LetterKind.Received, Ct));
        Assert.Equal(_size.Mails, server.Files().Count); // and nothing was taken away
        Assert.Equal(0, await db.Submissions.CountAsync(piece => piece.LinkText == null && !piece.Assets.Any(), Ct));
    }

    private static async Task KillAsync(Dovecot server, PortalProcess portal, int kill, Random random)
    {
        if (kill == _size.Kills / 2)
            await server.RenumberAsync(Ct);
        else if (random.Next(2) == 0)
        {
            await server.KillAsync();
            await server.StartAgainAsync(Ct);
        }
        else
        {
            await portal.KillAsync();
            await portal.StartAgainAsync(Ct);
        }
    }

    /// <summary>Most are links; some carry a film of some megabytes, so that there is a middle to be killed in.</summary>
    private static string Mail(int number, Random random)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"reader{number}@reader.example");
        return number % 8 == 3
            ? Mails.WithFilm(TitleOf(number), "湘江边拍的龙舟", Mails.Film(random.Next(100_000, 4_000_000), number), from)
            : Mails.Plain(TitleOf(number), $"看看 https://www.bilibili.com/video/BV1bK411W7{number:D2}/ 这个", from);
    }

    private static string TitleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"来稿 {number:D4}");

    private static async Task<int> CountAsync(PortalProcess portal)
    {
        await using var db = portal.Data.OpenDb();
        return await db.InboundMails.CountAsync(Ct);
    }

    private static async Task<bool> IsThroughAsync(PortalProcess portal)
    {
        await using var db = portal.Data.OpenDb();
        return await db.InboundMails.CountAsync(mail => mail.State != InboundState.Stored, Ct) >= _size.Mails;
    }
}
