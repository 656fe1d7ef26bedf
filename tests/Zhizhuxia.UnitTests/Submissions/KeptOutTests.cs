using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>不发表: a film that stays with its piece and does not go out, for example beside its own 原片.</summary>
public sealed class KeptOutTests
{
    [Fact]
    public void A_choice_is_a_version_of_its_own_and_a_change_of_words_keeps_it()
    {
        var piece = WithTwo();

        piece.Revise(Content.Of(piece) with { KeptOut = [piece.Assets[0].Id] }, Wang, Monday);
        piece.Revise(Content.Of(piece) with { Title = "风筝", KeptOut = null }, Wang, Monday);

        Assert.Equal([piece.Assets[1]], piece.ChosenAssets);
        Assert.Equal(2, piece.UsableAssets.Count());
        Assert.Contains(piece.Assets[1].Sha256!, piece.Versions[^1].Canonical, StringComparison.Ordinal);
        Assert.DoesNotContain(piece.Assets[0].Sha256!, piece.Versions[^1].Canonical, StringComparison.Ordinal);
        Assert.Equal("nothing-changed", Assert.Throws<RefusedException>(() => piece.Revise(Content.Of(piece), Wang, Monday)).Code);
    }

    [Fact]
    public void It_is_neither_encoded_nor_waited_for()
    {
        var piece = WithTwo();
        piece.Revise(Content.Of(piece) with { KeptOut = [piece.Assets[0].Id] }, Wang, Monday);
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked);
        piece.Jobs.Clear();

        piece.Do(Verb.Pass, Zhao, Monday, Checked);
        piece.Assets[1].Add(new(RenditionKind.Ladder, 1, "master.m3u8", ["master.m3u8"], 720, 1280, 1000));
        piece.Do(Verb.Publish, Fang, Monday, Printed);

        Assert.Equal([piece.Assets[1].Id], piece.Jobs.Where(job => job.Kind is JobKind.MakeLadder).Select(job => job.AssetId!.Value));
        Assert.Equal(State.Published, piece.State);
    }

    [Fact]
    public void One_film_goes_out()
    {
        var piece = WithTwo();

        var refused = Assert.Throws<RefusedException>(() => piece.MustKeepOne(Content.Of(piece) with { KeptOut = [.. piece.Assets.Select(asset => asset.Id)] }));

        Assert.Equal("film-none-left", refused.Code);
        piece.MustKeepOne(Content.Of(piece) with { KeptOut = [piece.Assets[1].Id] });
        piece.MustKeepOne(Content.Of(piece) with { KeptOut = null });
    }

    [Fact]
    public void Its_own_marks_of_AI_do_not_count()
    {
        var piece = In(State.Review1, Monday);
        var marked = Arrived(piece, Monday);
        marked.Accept(new("{}", "720×1280", null, 12, true, [AiMarks.Certain], null), Place.Ordinary, Monday);
        piece.Assets.Add(marked);
        var before = AiEvidence.Of(piece).OfFiles;

        piece.Fill(Content.Of(piece) with { KeptOut = [marked.Id] });

        Assert.Equal((AiLabel.Certain, AiLabel.None), (before, AiEvidence.Of(piece).OfFiles));
    }

    private static Submission WithTwo()
    {
        var piece = In(State.Review1, Monday);
        piece.Assets.Add(Film(piece, Monday));
        piece.Take(Wang, Monday, null);
        return piece;
    }
}
