using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>The watched folder: what is whole is taken once and tidied away, what is not stays.</summary>
public sealed class FolderMailboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_taken_once_kept_as_it_came_and_tidied_away()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = Mails.Plain("投稿", "想拍老街");
        await postroom.DropAsync("a.EML", mail);
        await postroom.DropAsync("notes.txt", "no mail");

        await postroom.LookAsync();
        await postroom.LookAsync();

        Assert.Equal(["notes.txt", Path.Combine("taken", "a.EML")], postroom.Files);
        await using var db = postroom.OpenDb();
        var row = await db.InboundMails.SingleAsync(Ct);
        Assert.Equal((InboundState.Stored, mail.Length, Mails.Lin), (row.State, row.Size, row.From));
        Assert.Equal(mail, await File.ReadAllTextAsync(Path.Combine(postroom.Newsroom.Root, "blobs", row.RawKey), Ct));
    }

    [Fact]
    public async Task A_file_that_still_grows_waits_until_it_has_rested()
    {
        var clock = new MovableClock(); // a month behind: the file's own time says nothing, only what is seen of it
        await using var postroom = await Postroom.OpenAsync(services => services.AddSingleton<TimeProvider>(clock));
        var path = Path.Combine(postroom.Folder, "growing.eml");
        var mail = Mails.Plain("投稿", "想拍老街");
        await using var visit = await postroom.VisitAsync();
        await File.WriteAllTextAsync(path, mail[..40], Ct);
        await postroom.LookAsync(visit);
        clock.Forward(TimeSpan.FromSeconds(1.5));
        await File.WriteAllTextAsync(path, mail, Ct);

        await postroom.LookAsync(visit);
        clock.Forward(TimeSpan.FromSeconds(1.5));
        await postroom.LookAsync(visit);
        Assert.Equal(["growing.eml"], postroom.Files);
        clock.Forward(TimeSpan.FromSeconds(1));
        await postroom.LookAsync(visit);

        Assert.Equal([Path.Combine("taken", "growing.eml")], postroom.Files);
        await using var db = postroom.OpenDb();
        Assert.Equal(mail.Length, (await db.InboundMails.SingleAsync(Ct)).Size);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_left_for_later()
    {
        await using var postroom = await Postroom.OpenAsync();
        await postroom.DropAsync("a.eml", Mails.Plain("投稿", "想拍老街"));
        await using var visit = await postroom.VisitAsync();
        var item = Assert.Single(await visit.ListAsync(null, DateTimeOffset.MinValue, Ct));

        var whole = await visit.ReadAsync(item, _ => File.AppendAllTextAsync(Path.Combine(postroom.Folder, "a.eml"), "more", Ct), Ct);

        Assert.False(whole);
    }

    [Fact]
    public async Task The_same_mail_twice_is_one_and_names_do_not_overwrite_each_other()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = Mails.Plain("投稿", "想拍老街");
        await postroom.DropAsync("a.eml", mail);
        await postroom.LookAsync();
        await postroom.DropAsync("a.eml", mail);
        await postroom.DropAsync("b.eml", mail);

        await postroom.LookAsync();

        Assert.Equal(["a (2).eml", "a.eml", "b.eml"], postroom.Files.Select(Path.GetFileName));
        await using var db = postroom.OpenDb();
        Assert.Equal(1, await db.InboundMails.CountAsync(Ct));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(postroom.Newsroom.Root, "blobs", "mail")));
    }

    [Fact]
    public async Task What_a_killed_round_left_is_found_again_and_not_doubled()
    {
        await using var postroom = await Postroom.OpenAsync(JobsByHand.MakeMortal);
        var death = postroom.Newsroom.Death();
        await postroom.DropAsync("a.eml", Mails.Plain("投稿", "想拍老街"));

        for (var seam = 0; ; seam++)
        {
            death.Await(seam);
            try
            {
                await postroom.LookAsync();
                break;
            }
            catch (DeathException)
            {
                Assert.Equal(["a.eml"], postroom.Files);
            }
        }

        Assert.Equal([Path.Combine("taken", "a.eml")], postroom.Files);
        await using var db = postroom.OpenDb();
        Assert.Equal(1, await db.InboundMails.CountAsync(Ct));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(postroom.Newsroom.Root, "blobs", "mail")));
    }
}
