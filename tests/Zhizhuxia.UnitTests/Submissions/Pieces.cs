using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>Pieces as they come, and as they are when editors have brought them somewhere by the real table.</summary>
internal static class Pieces
{
    /// <summary>A Monday, 10:00 in Beijing.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static readonly Actor Wang = Editor("王编辑", Role.Editor1);
    public static readonly Actor Li = Editor("李主任", Role.Editor2);
    public static readonly Actor Zhao = Editor("赵总编", Role.Editor3);
    public static readonly Actor Fang = Editor("方编辑", Role.Publisher);

    /// <summary>Holds every reviewing role.</summary>
    public static readonly Actor Sun = Editor("孙全能", Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher);

    /// <summary>Holds every reviewing role as well.</summary>
    public static readonly Actor Chief = Editor("周全能", Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher);

    public static readonly Decision Checked = new() { RightsChecked = true };
    public static readonly Decision Reason = new() { Comment = "请再核实地点" };
    public static readonly Decision Refusal = new() { DeclineReason = "画质达不到刊发要求" };
    public static readonly Decision Printed = new() { PublicAddress = "HTTP://X/V/ABC123", QrReads = "HTTP://X/V/ABC123" };

    public static Actor Editor(string name, params Role[] roles) => new(Guid.CreateVersion7(), name, roles, []);

    public static Decision Wanted(DateTimeOffset now) => new() { Items = [RequestItem.Original], Due = now.AddDays(7), Comment = "请发原片" };

    /// <summary>A draft that can be submitted: a film of one inspected file, all consents, an address.</summary>
    /// <param name="column">Already in this column.</param>
    public static Submission Draft(DateTimeOffset now, Guid? column = null, string title = "湘江边的风筝")
    {
        var piece = new Submission { Id = Guid.CreateVersion7(now), Kind = SubmissionKind.Film, Channel = Channel.Web, CreatedAt = now };
        piece.Contact = new("李翰", "13800000000", "reader@example.org");
        piece.Declarations = new(Origin.Own, CreditWish.RealName, PublishedBefore.No, AiUse.No, null, PeopleShown.AllAgreed, Minors.None, AgeGroup.Adult);
        piece.Fill(new(title, "一根线，牵着两代人。", [new("摄影", ["李翰"])], null, AiLabel.None, column));
        piece.Assets.Add(Film(piece, now));
        foreach (var kind in new[] { ConsentKind.Licence, ConsentKind.Truth, ConsentKind.Privacy })
            Agree(piece, kind, now);
        return piece;
    }

    /// <summary>A piece in a state, brought there by Wang, Li, Zhao and Fang. Claimed by nobody.</summary>
    public static Submission In(State state, DateTimeOffset now, Guid? column = null)
    {
        var piece = Draft(now, column ?? Guid.CreateVersion7());
        if (state is State.Draft)
            return piece;
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        if (state is State.Waiting)
            return piece.Do(Verb.Ask, Wang, now, Wanted(now));
        if (state is State.Closed)
            return piece.Do(Verb.Decline, Wang, now, Refusal);
        foreach (var (level, editor) in new[] { (State.Review1, Wang), (State.Review2, Li), (State.Review3, Zhao) })
            if (piece.State == level && state != level)
                piece.Do(Verb.Pass, editor, now, Checked);
        if (state is State.Published or State.TakenDown)
            piece.WithLadder().Do(Verb.Publish, Fang, now, Printed);
        return state is State.TakenDown ? piece.Do(Verb.TakeDown, Zhao, now, Reason) : piece;
    }

    /// <summary>Claims where the row asks for it, then applies.</summary>
    public static Submission Do(this Submission piece, Verb verb, Actor actor, DateTimeOffset now, Decision decision)
    {
        if (Workflow.Find(piece.State, verb).If.Contains(Guards.Claimed))
            piece.Take(actor, now, "测试接手");
        piece.Apply(verb, actor, now, decision);
        return piece;
    }

    public static Submission WithLadder(this Submission piece)
    {
        foreach (var asset in piece.Assets)
            asset.Add(new(RenditionKind.Ladder, 1, "master.m3u8", ["master.m3u8", "720.m3u8", "720.mp4"], 720, 1280, 1000));
        return piece;
    }

    public static void Agree(Submission piece, ConsentKind kind, DateTimeOffset now) => piece.Consents.Add(new()
    {
        Id = Guid.CreateVersion7(now), SubmissionId = piece.Id, Kind = kind, TextVersion = ConsentTexts.Version, Text = ConsentTexts.Of(kind), AgreedAt = now,
    });

    /// <summary>Inspected, upright, with a poster; its jobs are thought to be done.</summary>
    public static Asset Film(Submission piece, DateTimeOffset now)
    {
        var asset = Arrived(piece, now);
        asset.Accept(new("{}", "720×1280 竖屏 · 0:12", null, 12, true, [], new(RenditionKind.Poster, 1, "poster.jpg", ["poster.jpg"], 360, 640, 10)), Place.Ordinary, now);
        asset.Jobs.Clear();
        return asset;
    }

    /// <summary>All bytes are here; being looked at.</summary>
    public static Asset Arrived(Submission piece, DateTimeOffset now)
    {
        var asset = new Asset { Id = Guid.CreateVersion7(now), SubmissionId = piece.Id, FileName = "风筝.mp4", Length = 1000, CreatedAt = now };
        asset.Arrive(Convert.ToHexStringLower(asset.Id.ToByteArray()) + new string('0', 32), now);
        asset.Jobs.Clear();
        return asset;
    }
}
