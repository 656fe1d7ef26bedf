using Zhizhuxia.Accounts;

namespace Zhizhuxia.Submissions;

/// <summary>Nobody who works here can pass a piece at the level where it stands (三审: three levels are three people). Pure.</summary>
/// <param name="Level">Of the three.</param>
/// <param name="Holders">Who has the level and may not use it on this piece, with the code of the reason.</param>
/// <param name="CouldStandIn">Whom somebody else could lend the level to.</param>
/// <param name="MayLend">Who may lend it; where it cannot be lent, who may give the role.</param>
public sealed record NobodyLeft(Role Level, IReadOnlyList<KeptOut> Holders, IReadOnlyList<Actor> CouldStandIn, IReadOnlyList<Actor> MayLend)
{
    /// <summary>The first level is given, not lent.</summary>
    public bool CanBeLent => DutyRoster.Lendable.Contains(Level);

    /// <summary>Null if the piece waits at no level, or somebody can pass it. Who is at hand and not whether they have time is looked at.</summary>
    /// <param name="newsroom">Everybody who is not switched off, with what is lent to them now.</param>
    public static NobodyLeft? Of(Submission piece, IReadOnlyList<Actor> newsroom, DateTimeOffset now)
    {
        if (Workflow.Table.FirstOrDefault(row => row.From == piece.State && row.Verb is Verb.Pass) is not { } pass)
            return null;
        var holders = newsroom.Where(person => person.Is(pass.By)).ToList();
        if (holders.Exists(person => ReasonAgainst(person, piece, now) is null))
            return null;
        var level = pass.By.Roles()[0];
        var keptOut = holders.Select(person => new KeptOut(person, ReasonAgainst(person, piece, now)!)).ToList();
        if (!DutyRoster.Lendable.Contains(level))
            return new(level, keptOut, [], [.. newsroom.Where(person => person.Own.Contains(Role.Administrator))]);
        var lenders = newsroom.Where(person => DutyRoster.MayLend(person.Own)).ToList();
        var standIns = newsroom.Where(person => DutyRoster.MayStandIn(person.Own, level) && ReasonAgainst(person, piece, now) is null
            && lenders.Exists(lender => lender.EditorId != person.EditorId)).ToList();
        return new(level, keptOut, standIns, [.. lenders.Where(lender => standIns.Count != 1 || lender.EditorId != standIns[0].EditorId)]);
    }

    private static string? ReasonAgainst(Actor person, Submission piece, DateTimeOffset now)
    {
        var attempt = new Attempt(piece, person, Decision.Plain, now);
        return new[] { Guards.NotOwn, Guards.FreshEyes }.FirstOrDefault(guard => !guard.Holds(attempt))?.Code;
    }
}

/// <summary>Somebody whose level it is, but not with this piece.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Code of the guard.</param>
public sealed record KeptOut(Actor Person, string Reason);
