using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>What keeps a draft from coming in.</summary>
public sealed class SubmitGuardTests
{
    [Theory]
    [InlineData(ConsentKind.Licence)]
    [InlineData(ConsentKind.Truth)]
    [InlineData(ConsentKind.Privacy)]
    public void No_piece_comes_in_without_each_consent(ConsentKind missing)
    {
        var draft = Draft(Monday);
        draft.Consents.RemoveAll(consent => consent.Kind == missing);

        Refused("consents-missing", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    [Fact]
    public void From_14_to_17_the_guardian_agrees_too()
    {
        var draft = Draft(Monday);
        draft.Declarations = draft.Declarations! with { AgeGroup = AgeGroup.From14To17 };
        Refused("consents-missing", draft, Verb.Submit, Actor.Reader, Decision.Plain);

        Agree(draft, ConsentKind.Guardian, Monday);
        draft.Apply(Verb.Submit, Actor.Reader, Monday, Decision.Plain);
    }

    [Fact]
    public void Under_14_only_through_the_guardians_form()
    {
        var draft = Draft(Monday);
        draft.Declarations = draft.Declarations! with { AgeGroup = AgeGroup.Under14 };
        Refused("guardian-form-needed", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    [Fact]
    public void A_sender_leaves_an_address_or_a_number()
    {
        var draft = Draft(Monday);
        draft.Contact = new("李翰", null, null);
        Refused("contact-missing", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    [Theory]
    [InlineData(SubmissionKind.Film)]
    [InlineData(SubmissionKind.Link)]
    [InlineData(SubmissionKind.Proposal)]
    public void Nothing_comes_in_empty(SubmissionKind kind)
    {
        var draft = Draft(Monday);
        draft.Assets.Clear();
        draft.Kind = kind;
        Refused("material-missing", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    [Fact]
    public void Who_has_brought_no_film_but_something_else_is_told_so()
    {
        var draft = Draft(Monday);
        draft.Assets.Clear();
        var text = new Asset { Id = Guid.CreateVersion7(), SubmissionId = draft.Id, FileName = "a.mp4", Length = 9, CreatedAt = Monday };
        text.ArriveStored(new string('0', 64), Monday);
        text.Reject("no_video");
        draft.Assets.Add(text);
        Refused("films-refused", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    [Fact]
    public void A_film_on_its_way_is_waited_for()
    {
        var draft = Draft(Monday);
        draft.Assets.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = draft.Id, FileName = "b.mp4", Length = 9, CreatedAt = Monday });
        Refused("upload-unfinished", draft, Verb.Submit, Actor.Reader, Decision.Plain);
    }

    private static void Refused(string code, Submission piece, Verb verb, Actor actor, Decision decision)
    {
        var before = (piece.State, piece.RowVersion, piece.History.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(() => piece.Apply(verb, actor, Monday, decision)).Code);
        Assert.Equal(before, (piece.State, piece.RowVersion, piece.History.Count));
        Assert.True(RefusalTexts.All.ContainsKey(code));
    }
}
