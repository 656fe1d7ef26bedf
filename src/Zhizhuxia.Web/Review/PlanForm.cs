using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>拍摄约定 as an editor fills it in; <see cref="Shooting"/> says what it must hold.</summary>
public sealed class PlanForm
{
    public DateOnly? Day { get; set; }

    public string? Place { get; set; }

    public string? People { get; set; }

    public FilmOwner Owner { get; set; }

    public string? Remark { get; set; }

    public static PlanForm Of(Submission piece) => piece.Plan is { } plan
        ? new() { Day = plan.Day, Place = plan.Place, People = plan.People, Owner = plan.Owner, Remark = plan.Remark }
        : new();

    public ShootingPlan ToPlan() => new(Day, PlainText.Line(Place) ?? "", PlainText.Line(People) ?? "", Owner, PlainText.Block(Remark));
}
