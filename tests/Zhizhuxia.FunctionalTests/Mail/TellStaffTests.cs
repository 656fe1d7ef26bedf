using Zhizhuxia.Accounts;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Mail;

public sealed class TellStaffTests
{
    [Fact]
    public async Task Each_editor_gets_one_digest_at_its_time_of_what_waits_at_their_levels()
    {
        await using var room = await StaffRoom.OpenAsync();
        var wang = await room.EngageAsync("王编辑", Role.Editor1);
        var li = await room.EngageAsync("李主任", Role.Editor2);
        await room.EngageAsync("赵总编", Role.Editor3); // nothing waits there
        await room.EngageAsync("编务", Role.Desk);
        await room.EngageAsync("钱编辑", Role.Editor1, editor => editor.DigestOff = true);
        await room.EngageAsync("孙编辑", Role.Editor1, editor => editor.Disabled = true);
        await room.EngageAsync("新编辑", Role.Editor1, editor => editor.PasswordHash = null);
        var first = await room.AddAsync(In(State.Review1, room.Now.AddDays(-2)));
        var second = await room.AddAsync(In(State.Review2, room.Now.AddDays(-2)));

        await room.DoNextAsync(); // 08:00
        Assert.Empty(await room.LettersAsync());
        room.Clock.Forward(TimeSpan.FromMinutes(31));
        await room.DoNextAsync();

        var letters = await room.LettersAsync();
        Assert.Equal(new[] { wang.Id, li.Id }.Order(), letters.Select(letter => letter.EditorId!.Value).Order());
        var toWang = letters.Single(letter => letter.EditorId == wang.Id);
        Assert.Equal((LetterKind.StaffDigest, wang.Email, null), (toWang.Kind, toWang.To, toWang.SubmissionId));
        Assert.Contains(first.Number!, toWang.Body!, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Number!, toWang.Body!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_is_told_once_and_the_next_one_again()
    {
        await using var room = await StaffRoom.OpenAsync();
        await room.EngageAsync("王编辑", Role.Editor1);
        await room.AddAsync(In(State.Review1, room.Now.AddDays(-2)));

        room.Clock.Forward(TimeSpan.FromMinutes(30));
        for (var round = 0; round < 3; round++)
        {
            await room.DoNextAsync();
            room.Clock.Forward(TimeSpan.FromMinutes(5));
        }
        Assert.Single(await room.LettersAsync());

        room.Clock.Forward(TimeSpan.FromHours(7)); // 15:45
        await room.DoNextAsync();
        Assert.Equal(2, (await room.LettersAsync()).Count);
        Assert.Equal(1, await room.ReadyRoundsAsync());
    }

    [Fact]
    public async Task What_comes_after_an_empty_slot_waits_for_the_next()
    {
        await using var room = await StaffRoom.OpenAsync();
        await room.EngageAsync("王编辑", Role.Editor1);
        room.Clock.Forward(TimeSpan.FromMinutes(30));
        await room.DoNextAsync();
        await room.AddAsync(In(State.Review1, room.Now));
        room.Clock.Forward(TimeSpan.FromMinutes(5));

        await room.DoNextAsync();

        Assert.Empty(await room.LettersAsync());
    }

    [Fact]
    public async Task Two_programs_at_once_write_one_digest_each_editor()
    {
        await using var room = await StaffRoom.OpenAsync();
        for (var i = 0; i < 5; i++)
            await room.EngageAsync($"编辑{i}", Role.Editor1);
        await room.AddAsync(In(State.Review1, room.Now.AddDays(-14.5)));
        await room.AddChoreAsync();
        room.Clock.Forward(TimeSpan.FromMinutes(30));
        var (one, other) = (await room.ClaimAsync(), await room.ClaimAsync());

        var done = await Task.WhenAll(Task.Run(() => room.DoAsync(one!)), Task.Run(() => room.DoAsync(other!)));

        Assert.Contains(true, done);
        var letters = await room.LettersAsync();
        Assert.Equal((5, 5), (letters.Count(letter => letter.Kind is LetterKind.StaffDigest), letters.Count(letter => letter.Kind is LetterKind.StaffClock)));
    }

    [Fact]
    public async Task A_round_that_was_killed_half_way_is_done_once_by_the_next()
    {
        await using var room = await StaffRoom.OpenAsync();
        await room.EngageAsync("王编辑", Role.Editor1);
        await room.AddAsync(In(State.Review1, room.Now.AddDays(-2)));
        room.Clock.Forward(TimeSpan.FromMinutes(30));
        var killed = await room.ClaimAsync();
        Assert.Equal(1, await room.FreeFormerLifeAsync());
        var next = await room.ClaimAsync();

        await Assert.ThrowsAsync<JobLostException>(() => room.DoAsync(killed!));
        Assert.Empty(await room.LettersAsync());
        Assert.True(await room.DoAsync(next!));

        Assert.Single(await room.LettersAsync());
    }

    [Fact]
    public async Task The_last_of_the_15_days_and_breaking_news_are_told_at_once_and_once()
    {
        await using var room = await StaffRoom.OpenAsync();
        var wang = await room.EngageAsync("王编辑", Role.Editor1, editor => editor.DigestOff = true);
        await room.EngageAsync("李主任", Role.Editor2);
        var late = await room.AddAsync(In(State.Review1, room.Now.AddDays(-14).AddMinutes(-1)));
        await room.AddAsync(In(State.Review1, room.Now.AddDays(-13.9)));
        await room.AddAsync(In(State.Review1, room.Now.AddDays(-20))); // long past: the digest's
        await room.AddAsync(In(State.Adopted, room.Now.AddDays(-14.5))); // answered
        var news = In(State.Review1, room.Now);
        news.Take(Wang, room.Now, null);
        news.SetUrgent(Wang, true, room.Now);
        news.GiveBack(Wang, room.Now);
        await room.AddAsync(news);
        var taken = In(State.Review1, room.Now.AddDays(-14.5));
        taken.Take(Sun, room.Now, null); // a colleague is reading it
        await room.AddAsync(taken);

        await room.DoNextAsync();
        await room.DoNextAsync();

        var letters = await room.LettersAsync();
        Assert.Equal(
            new (LetterKind, Guid?)[] { (LetterKind.StaffClock, late.Id), (LetterKind.StaffUrgent, news.Id) }.ToHashSet(),
            letters.Select(letter => (letter.Kind, letter.SubmissionId)).ToHashSet());
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal(wang.Id, letter.EditorId));
    }

    [Fact]
    public async Task A_takedown_is_told_at_once_to_who_may_countersign_and_once_more_when_the_day_is_over()
    {
        await using var room = await StaffRoom.OpenAsync();
        await room.EngageAsync("王编辑", Role.Editor1);
        var taker = await room.EngageAsync("赵总编", Role.Editor3);
        var other = await room.EngageAsync("钱总编", Role.Editor3);
        var piece = In(State.Published, room.Now);
        piece.Apply(Verb.TakeDown, new(taker.Id, taker.DisplayName, [Role.Editor3], []), room.Now, Reason);
        await room.AddAsync(piece);

        await room.DoNextAsync();
        await room.DoNextAsync();

        var told = Assert.Single(await room.LettersAsync());
        Assert.Equal((LetterKind.StaffCountersign, piece.Id, other.Id), (told.Kind, told.SubmissionId, told.EditorId));
        Assert.Contains("等您会签", told.Subject, StringComparison.Ordinal);
        Assert.Contains("赵总编", told.Body, StringComparison.Ordinal);

        room.Clock.Forward(TimeSpan.FromDays(1));
        await room.DoNextAsync();
        await room.DoNextAsync();

        var late = (await room.LettersAsync()).Where(letter => letter.Kind is LetterKind.StaffCountersign).ToList();
        Assert.Equal(2, late.Count);
        Assert.Contains("会签已过时限", late[1].Subject, StringComparison.Ordinal);
    }
}
