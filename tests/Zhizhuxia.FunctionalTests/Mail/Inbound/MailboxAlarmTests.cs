using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>Mail may go out while none comes in: the administrators are written to.</summary>
public sealed class MailboxAlarmTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_hear_once_of_the_silence_and_once_of_its_end()
    {
        var clock = new MovableClock();
        await using var newsroom = await OpenAsync(clock);
        var watch = newsroom.Services.GetRequiredService<MailboxWatch>();
        await watch.GoodAsync("box", Ct);

        clock.Forward(TimeSpan.FromMinutes(9));
        await watch.BadAsync("box", new IOException("no route"), Ct);
        Assert.Empty(await LettersAsync(newsroom));
        clock.Forward(TimeSpan.FromMinutes(2));
        await watch.BadAsync("box", new IOException("no route"), Ct);
        await watch.BadAsync("box", new IOException("no route"), Ct);
        var alarm = Assert.Single(await LettersAsync(newsroom));
        clock.Forward(TimeSpan.FromMinutes(1));
        await watch.GoodAsync("box", Ct);
        await watch.GoodAsync("box", Ct);

        Assert.Equal((LetterKind.StaffMailbox, "chief@newsroom.example"), (alarm.Kind, alarm.To));
        Assert.Contains("收不到来信", alarm.Subject, StringComparison.Ordinal);
        Assert.Contains("no route", alarm.Body, StringComparison.Ordinal);
        var letters = await LettersAsync(newsroom);
        Assert.Equal(2, letters.Count);
        Assert.Contains("恢复", letters[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_login_is_told_at_once_and_not_again_as_silence()
    {
        var clock = new MovableClock();
        await using var newsroom = await OpenAsync(clock);
        var watch = newsroom.Services.GetRequiredService<MailboxWatch>();

        await watch.BadAsync("box", new MailboxException("LOGIN failed") { LoginRefused = true }, Ct);
        clock.Forward(TimeSpan.FromMinutes(20));
        await watch.BadAsync("box", new MailboxException("LOGIN failed") { LoginRefused = true }, Ct);

        Assert.Contains("不让登录", Assert.Single(await LettersAsync(newsroom)).Subject, StringComparison.Ordinal);
    }

    private static async Task<Newsroom> OpenAsync(MovableClock clock)
    {
        var newsroom = await Newsroom.OpenAsync(null, services => services.AddSingleton<TimeProvider>(clock));
        await using var db = newsroom.OpenDb();
        foreach (var (name, role, disabled) in new[] { ("chief", Role.Administrator, false), ("former", Role.Administrator, true), ("wang", Role.Editor1, false) })
        {
            var mail = $"{name}@newsroom.example";
            db.Users.Add(new Editor { DisplayName = name, Roles = [role], Email = mail, UserName = mail, NormalizedUserName = mail, PasswordHash = "set", SecurityStamp = "x", CreatedAt = clock.GetUtcNow(), Disabled = disabled });
        }
        await db.SaveChangesAsync(Ct);
        return newsroom;
    }

    private static async Task<IReadOnlyList<Letter>> LettersAsync(Newsroom newsroom)
    {
        await using var db = newsroom.OpenDb();
        return await db.Letters.AsNoTracking().OrderBy(letter => letter.CreatedAt).ThenBy(letter => letter.Id).ToListAsync(Ct);
    }
}
