using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A reply belongs to a piece only by an id that we alone can make, and from its reader.</summary>
public sealed class ReplyTests
{
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_of_the_reader_joins_its_piece_and_makes_no_new_one()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);

        var reply = await postroom.TakeAsync(Reply(postroom.IdOf(piece.Letters[0]), "补充一下：在天元区拍的。"));

        Assert.Equal((InboundState.Joined, piece.Id), (reply.State, reply.SubmissionId));
        await using var db = postroom.OpenDb();
        Assert.Equal((1, 1), (await db.Submissions.CountAsync(Ct), await db.Letters.CountAsync(Ct))); // and nobody is written to
        var message = await db.Messages.SingleAsync(Ct);
        Assert.Equal(("补充一下：在天元区拍的。", reply.Id, null), (message.Text, message.MailId, message.ReadAt));
    }

    [Fact]
    public async Task What_was_asked_is_answered_by_the_replys_own_words()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);
        await AskAsync(postroom, piece);
        var asking = (await postroom.PieceAsync(piece.Id)).Letters.Single(letter => letter.Kind is LetterKind.PleaseComplete);

        await postroom.TakeAsync(Reply(postroom.IdOf(asking), "在天元区，八月拍的。\n\n------------------ 原始邮件 ------------------\n发件人: 知株侠\n请您补充"));

        var answered = await postroom.PieceAsync(piece.Id);
        Assert.Equal((State.Review1, "在天元区，八月拍的。", Verb.Answer), (answered.State, answered.Request!.Answer, answered.History[^1].Verb));
        Assert.Single(answered.Letters, letter => letter.Kind is LetterKind.AnswerReceived);
    }

    [Fact]
    public async Task A_film_in_a_reply_becomes_a_file_of_the_piece_asked_for_or_not()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);

        await postroom.TakeAsync(Reply(postroom.IdOf(piece.Letters[0]), "原片来了", Mails.Film(4000, 5)));
        var supplemented = await postroom.PieceAsync(piece.Id);
        await AskAsync(postroom, piece);
        await postroom.TakeAsync(Reply(postroom.IdOf(piece.Letters[0]), "另一段", Mails.Film(4000, 6)));
        var answered = await postroom.PieceAsync(piece.Id);

        Assert.Equal((1, Verb.Supplement, State.Review1), (supplemented.Assets.Count, supplemented.History[^1].Verb, supplemented.State));
        Assert.Equal((2, Verb.AnswerWithMaterial, State.Review1), (answered.Assets.Count, answered.History[^1].Verb, answered.State));
    }

    [Fact]
    public async Task Another_sender_never_replaces_the_reader()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);

        var other = await postroom.TakeAsync(Reply(postroom.IdOf(piece.Letters[0]), "我来替他说", from: "other@reader.example"));

        Assert.Equal((InboundState.Unmatched, "other-sender", piece.Id), (other.State, other.Cause, other.SubmissionId));
        Assert.Single((await postroom.PieceAsync(piece.Id)).History);
    }

    [Fact]
    public async Task A_forged_id_a_number_and_a_reference_are_hints_for_a_person()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);
        var genuine = postroom.IdOf(piece.Letters[0]);
        var forged = genuine.Replace(genuine.Split('.', '@')[2], new('a', 20), StringComparison.Ordinal);

        var byForgery = await postroom.TakeAsync(Reply(forged, "补充"));
        var byNumber = await postroom.TakeAsync(Mails.Plain($"关于 {piece.Number} 的补充", "在天元区拍的", from: "other@reader.example"));
        var byReference = await postroom.TakeAsync(Reply("<first@reader.example>", "补充"));

        Assert.Equal((InboundState.Unmatched, null), (byForgery.State, byForgery.SubmissionId));
        Assert.Equal((InboundState.Unmatched, "number-only", piece.Id), (byNumber.State, byNumber.Cause, byNumber.SubmissionId));
        Assert.Equal((InboundState.Unmatched, "reference-only", piece.Id), (byReference.State, byReference.Cause, byReference.SubmissionId));
    }

    [Fact]
    public async Task A_forged_own_id_on_a_new_mail_does_not_make_it_ours()
    {
        await using var postroom = await Postroom.OpenAsync();

        var piece = await postroom.TakePieceAsync(Mails.Plain(
            "投稿", "想拍老街的打铁铺", headers: [$"Message-ID: <zzx.{Guid.NewGuid():N}.0123456789abcdef0123@newsroom.invalid>"]));

        Assert.NotNull(piece.Number);
    }

    [Fact]
    public async Task A_bounce_marks_the_letter_that_came_back_and_a_delay_does_not()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);
        var id = postroom.IdOf(piece.Letters[0]);

        var delayed = await postroom.TakeAsync(Bounce(id, "delayed"));
        Assert.Null((await postroom.PieceAsync(piece.Id)).Letters[0].ReturnedAt);
        var failed = await postroom.TakeAsync(Bounce(id, "failed"));

        Assert.Equal([InboundState.Bounce, InboundState.Bounce], [delayed.State, failed.State]);
        Assert.Equal((piece.Id, piece.Letters[0].Id), (failed.SubmissionId, failed.LetterId));
        Assert.NotNull((await postroom.PieceAsync(piece.Id)).Letters[0].ReturnedAt);
        Assert.Single((await postroom.PieceAsync(piece.Id)).Letters);
    }

    [Theory]
    [InlineData("自动回复：您的投稿已收到", InboundState.Ignored)]
    [InlineData("回复：您的投稿已收到", InboundState.Joined)] // a machine that does not say so
    public async Task A_machine_that_answers_our_letters_hears_no_more(string subject, InboundState state)
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await FirstAsync(postroom);
        await AskAsync(postroom, piece);

        for (var round = 0; round < 4; round++)
        {
            foreach (var letter in (await postroom.PieceAsync(piece.Id)).Letters)
            {
                var id = postroom.IdOf(letter);
                Assert.Equal(state, (await postroom.TakeAsync(Mails.Plain(subject, "我出差了，有事请打电话。", headers: [$"In-Reply-To: {id}", $"References: {id}"]))).State);
            }
        }

        await using var db = postroom.OpenDb();
        Assert.Equal(1, await db.Submissions.CountAsync(Ct));
        Assert.Equal(state is InboundState.Joined ? 3 : 2, (await postroom.PieceAsync(piece.Id)).Letters.Count); // the words are an answer once
    }

    [Fact]
    public async Task The_same_mail_in_another_envelope_is_a_repeat_of_the_first()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = Mails.Plain("投稿", "想拍老街的打铁铺");
        var piece = await postroom.TakePieceAsync(mail);

        var again = await postroom.TakeAsync($"Received: by mx.example; Fri, 27 Nov 2026 10:00:00 +0800\r\n{mail}");

        Assert.Equal((InboundState.Repeat, piece.Id), (again.State, again.SubmissionId));
    }

    private static Task<Submission> FirstAsync(Postroom postroom) =>
        postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。", headers: ["Message-ID: <first@reader.example>"]));

    private static string Reply(string references, string text, byte[]? film = null, string from = Mails.Lin)
    {
        string[] headers = [$"In-Reply-To: {references}", $"References: <x@reader.example>\r\n {references}"];
        return film is null ? Mails.Plain("回复：您的投稿已收到", text, from, headers) : Mails.WithFilm("回复：您的投稿已收到", text, film, from, headers);
    }

    private static async Task AskAsync(Postroom postroom, Submission piece) => await postroom.ChangeAsync(piece.Id, row =>
    {
        var now = TimeProvider.System.GetUtcNow();
        row.Take(Wang, now, null);
        row.Apply(Verb.Ask, Wang, now, new() { Items = [RequestItem.Facts], Due = now.AddDays(7), Comment = "在哪里拍的？" });
    });

    private static string Bounce(string id, string action) => $"""
        From: MAILER-DAEMON@mx.example
        Return-Path: <>
        Subject: Undelivered Mail
        Message-ID: <{Guid.NewGuid():N}@mx.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; {Mails.Lin}
        Action: {action}
        Status: 5.1.1

        --b
        Content-Type: text/rfc822-headers

        Message-ID: {id}
        Subject: receipt

        --b--

        """;
}
