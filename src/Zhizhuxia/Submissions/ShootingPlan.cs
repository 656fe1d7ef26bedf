using System.Text.Json.Serialization;

namespace Zhizhuxia.Submissions;

/// <summary>成片归谁. By 著作权法 第十七条 the producer's, unless it is agreed otherwise.</summary>
public enum FilmOwner
{
    Newspaper,

    /// <summary>Both may use it.</summary>
    Shared,
    Reader,
}

/// <summary>拍摄约定: what newsroom and reader have agreed on before they shoot together (domain §2, kinds).</summary>
/// <param name="Day">In Beijing; null: still open.</param>
/// <param name="Place">2–100 characters.</param>
/// <param name="People">Who shoots and who is shown, 2–200 characters.</param>
/// <param name="Remark">Up to 500 characters, or null.</param>
public sealed record ShootingPlan(DateOnly? Day, string Place, string People, FilmOwner Owner, string? Remark)
{
    /// <summary>For colleagues and for the reader: without the remark.</summary>
    [JsonIgnore]
    public string Said => string.Join('；', new[]
    {
        Day is { } day ? $"{day.Month}月{day.Day}日拍" : "日子还没有定", $"地点：{Place}", $"人员：{People}", $"成片{DeskWords.Of(Owner)}",
    });
}

/// <summary>A proposal becomes a 拍摄约定. The content does not change, so no verdict and nobody's open page becomes stale.</summary>
public static class Shooting
{
    /// <exception cref="RefusedException"><c>plan-incomplete</c>, or as <see cref="PlanObstacle"/>.</exception>
    public static void Agree(this Submission piece, Actor actor, ShootingPlan plan, DateTimeOffset now)
    {
        if (piece.PlanObstacle(actor, now) is { } obstacle)
            throw new RefusedException(obstacle);
        if (plan.Place.Length is < 2 or > 100 || plan.People.Length is < 2 or > 200 || plan.Remark?.Length > 500 || !Enum.IsDefined(plan.Owner))
            throw new RefusedException("plan-incomplete");
        piece.Plan = plan;
    }

    /// <summary>It is agreed with the reader by who has claimed the proposal; while the reader is asked for something, by anybody who reviews.</summary>
    /// <returns>A code of RefusalTexts; null if the way is free.</returns>
    public static string? PlanObstacle(this Submission piece, Actor actor, DateTimeOffset now)
    {
        var attempt = new Attempt(piece, actor, Decision.Plain, now);
        return piece.State switch
        {
            _ when piece.Kind is not SubmissionKind.Proposal || !piece.State.IsUndecided() || !actor.Reviews => "not-possible-now",
            _ when !Guards.NotOwn.Holds(attempt) => Guards.NotOwn.Code,
            State.Waiting => null,
            _ => Guards.Claimed.Holds(attempt) ? null : Guards.Claimed.Code,
        };
    }
}
