using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>A mailed piece can be read by everybody and adopted by nobody until its reader has said yes (domain T2, T6).</summary>
public sealed class MailedPieceTests
{
    [Fact]
    public void It_stops_before_adoption_until_the_reader_has_completed_it_and_no_verdict_is_lost_by_that()
    {
        var piece = Mailed();
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked);

        var barred = Assert.Throws<RefusedException>(() => piece.Do(Verb.Pass, Zhao, Monday, Checked));
        var (digest, unready) = (piece.Digest, Assert.Throws<RefusedException>(() => piece.Apply(Verb.Complete, Actor.Reader, Monday, Decision.Plain)));
        Consent(piece);
        piece.Declarations = new(Origin.Own, CreditWish.None, PublishedBefore.No, AiUse.No, null, PeopleShown.AllAgreed, Minors.None, AgeGroup.Adult);
        piece.Apply(Verb.Complete, Actor.Reader, Monday, Decision.Plain);
        piece.Do(Verb.Pass, Zhao, Monday, Checked);

        Assert.Equal(("not-authorised", "consents-missing"), (barred.Code, unready.Code));
        Assert.Equal((State.Adopted, digest), (piece.State, piece.Digest));
    }

    [Fact]
    public void A_film_that_comes_later_brings_it_back_to_the_first_level()
    {
        var piece = Mailed();
        piece.Do(Verb.Pass, Wang, Monday, Checked);
        piece.Assets.Add(Film(piece, Monday));

        piece.Apply(Verb.Supplement, Actor.Reader, Monday, Decision.Plain);

        Assert.Equal((State.Review1, null), (piece.State, piece.Claim));
        Assert.False(Guards.VerdictsStand.Holds(new(piece, Zhao, Decision.Plain, Monday)));
    }

    [Fact]
    public void Its_clock_begins_when_it_was_sent_and_its_receipt_answers_the_mail_where_it_may()
    {
        var (answered, silent) = (Mailed(), Mailed(isAnswered: false));

        Assert.Equal((Monday.AddDays(-1), "<a@reader.example>"), (answered.SubmittedAt, Assert.Single(answered.Letters).InReplyTo));
        Assert.Empty(silent.Letters);
    }

    [Fact]
    public void No_person_receives_a_mail_and_the_machine_is_no_reader()
    {
        Assert.Equal("only-machine", Assert.Throws<RefusedException>(() => Unsent().Apply(Verb.Receive, Actor.Reader, Monday, Decision.Plain)).Code);
        Assert.Equal("only-reader", Assert.Throws<RefusedException>(() => Mailed().Apply(Verb.Withdraw, Actor.Machine, Monday, Decision.Plain)).Code);
    }

    private static Submission Mailed(bool isAnswered = true)
    {
        var piece = Unsent();
        piece.Apply(Verb.Receive, Actor.Machine, Monday, new() { Mailed = new(Monday.AddDays(-1), "<a@reader.example>", isAnswered) });
        return piece;
    }

    private static Submission Unsent()
    {
        var piece = Draft(Monday, Guid.CreateVersion7());
        (piece.Channel, piece.Declarations) = (Channel.Mail, null);
        piece.Consents.Clear();
        return piece;
    }

    private static void Consent(Submission piece)
    {
        foreach (var kind in new[] { ConsentKind.Licence, ConsentKind.Truth, ConsentKind.Privacy })
            Agree(piece, kind, Monday);
    }
}
