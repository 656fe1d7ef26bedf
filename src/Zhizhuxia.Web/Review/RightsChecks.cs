using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Submit;

namespace Zhizhuxia.Web.Review;

/// <summary>The four points of the rights checklist, each with what is on record for it and who has ticked it. In the order of <see cref="DeskTexts.RightsPoints"/>.</summary>
public static class RightsChecks
{
    public static IReadOnlyList<CheckLine> Of(Submission piece) => [Author(piece), People(piece), Others(piece), Facts(piece)];

    /// <summary>Passes of exactly this content: nobody passes without having ticked all four points.</summary>
    public static IReadOnlyList<Step> Ticked(Submission piece) =>
        [.. piece.History.Where(step => step.Verb is Verb.Pass && step.Digest == piece.Digest)];

    private static CheckLine Author(Submission piece)
    {
        var (said, name) = (piece.Declarations, DeskTexts.RightsPoints[0]);
        if (said is { IsOfFilm: false } && piece.HasConsent(ConsentKind.Licence))
            return new(
                Light.Yellow, name, $"{DeskTexts.ProposalUnasked}；读者的授权在案；{(piece.Plan is { } plan ? $"约定成片{DeskWords.Of(plan.Owner)}" : "还没有拍摄约定")}",
                piece.Plan is null ? "请在“材料”里记下拍摄约定，写明成片归谁。" : "拍好以后，请和读者核对谁拍的、怎样署名。");
        var source = said is null ? "读者还没有声明" : $"读者声明：{FormWords.Of(said.Origin)}";
        if (said?.Origin is Origin.SeenOnline)
            return new(Light.Red, name, source, "只能当线索，不能采用。");
        return piece.HasConsent(ConsentKind.Licence) && said is not null
            ? new(Light.Green, name, $"{source}；授权 {Beijing.Minute(piece.Consents.First(consent => consent.Kind is ConsentKind.Licence).AgreedAt)} 在案", "授权全文在“材料”的“读者”里。")
            : new(Light.Red, name, $"{source}；还没有授权", "终审前要补上授权。");
    }

    private static CheckLine People(Submission piece)
    {
        var name = DeskTexts.RightsPoints[1];
        if (piece.Declarations is not { } said)
            return new(Light.Red, name, "读者还没有声明", "请看画面，并请读者补上声明。");
        if (!said.IsOfFilm)
            return new(Light.Yellow, name, DeskTexts.ProposalUnasked, "请看画面里有谁；有未成年人的，先征得监护人同意。");
        var source = $"出镜的人：{FormWords.Of(said.PeopleShown)}；未成年人：{FormWords.Of(said.Minors)}";
        return said switch
        {
            { Minors: Minors.NotAsked } => new(Light.Red, name, source, "要有监护人的同意，终审才能采用。"),
            { PeopleShown: PeopleShown.SomeUnaware } => new(Light.Yellow, name, source, "请看是否需要遮挡，或征得同意。"),
            _ => new(Light.Green, name, source, "请对照画面。"),
        };
    }

    private static CheckLine Others(Submission piece)
    {
        var name = DeskTexts.RightsPoints[2];
        var source = $"{(piece.HasConsent(ConsentKind.Truth) ? "读者已承诺不侵犯别人的权利" : "读者还没有承诺")}{(piece.Declarations is { IsOfFilm: true } said ? $"；发表过吗：{FormWords.Of(said.PublishedBefore)}" : "")}";
        return piece.HasConsent(ConsentKind.Truth)
            ? new(piece.Declarations?.PublishedBefore is PublishedBefore.Elsewhere ? Light.Yellow : Light.Green, name, source, "配乐和引用的画面请听一听、看一看。")
            : new(Light.Red, name, source, "终审前要补上承诺。");
    }

    private static CheckLine Facts(Submission piece) => new(
        Light.Yellow, DeskTexts.RightsPoints[3],
        piece.Assets.Any(asset => asset.RestrictedTags is { Length: > 2 }) ? "文件里有拍摄时间、地点或设备，见“材料”" : "文件里没有可以对照的记录",
        "要人来核实；拿不准就请读者补充“事实”。");
}
