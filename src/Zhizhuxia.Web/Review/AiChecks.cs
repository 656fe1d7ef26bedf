using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Submit;

namespace Zhizhuxia.Web.Review;

/// <summary>The AI verdict with what it rests on (domain.md §6).</summary>
public static class AiChecks
{
    public static IReadOnlyList<CheckLine> Of(Submission piece)
    {
        var evidence = AiEvidence.Of(piece);
        return [Verdict(piece, evidence), Files(piece, evidence), Reader(piece, evidence)];
    }

    private static CheckLine Verdict(Submission piece, AiEvidence evidence)
    {
        const string name = "编辑部的认定";
        if (piece.AiLabel is not { } label)
            return new(Light.Yellow, name, "还没有", HasFacts(piece) || evidence.Declared is not null
                ? $"按证据建议“{DeskWords.Of((AiLabel?)evidence.Suggested)}”；在“材料”里选定。"
                : "还没有视频，也没有声明，等有了再选定。");
        return label < evidence.Suggested
            ? new(Light.Yellow, name, DeskWords.Of((AiLabel?)label), $"比证据显示的“{DeskWords.Of((AiLabel?)evidence.Suggested)}”低，理由在“流水”里。")
            : new(Light.Green, name, DeskWords.Of((AiLabel?)label), label is AiLabel.None ? "刊发时不加标识。" : "刊发时片头和页面上都有提示。");
    }

    private static bool HasFacts(Submission piece) => piece.Assets.Exists(asset => asset.Facts is not null);

    private static CheckLine Files(Submission piece, AiEvidence evidence) => evidence.OfFiles switch
    {
        AiLabel.None when !HasFacts(piece) => new(Light.Grey, "文件", "没有可查的文件", "只能看读者的声明。"),
        AiLabel.None => new(Light.Green, "文件", "没有标识，也没有痕迹", "没有标识不等于没有用 AI，请看画面、听声音。"),
        AiLabel.Suspected => new(Light.Yellow, "文件", DeskWords.Of((AiLabel?)AiLabel.Suspected), "文件里提到生成工具，明细在“材料”里。"),
        var label => new(Light.Red, "文件", DeskWords.Of((AiLabel?)label), "文件的元数据这样标明，以它为准。"),
    };

    private static CheckLine Reader(Submission piece, AiEvidence evidence)
    {
        if (piece.Declarations is not { } said)
            return new(Light.Grey, "读者", "还没有声明", "邮件和电话来的稿件，等读者确认。");
        if (!said.IsOfFilm)
            return new(Light.Grey, "读者", DeskTexts.ProposalUnasked, "成片里有没有用 AI，请看画面、听声音。");
        var value = $"{FormWords.Of(said.AiUse)}{(said.AiWhere is { Length: > 0 } where ? $"：{where}" : "")}";
        return evidence.Conflicts
            ? new(Light.Red, "读者", value, "和文件的元数据不一致。")
            : new(said.AiUse is AiUse.No ? Light.Green : Light.Yellow, "读者", value, said.AiUse is AiUse.Unknown ? "读者自己说不清，请多看一眼。" : "读者在投稿时的声明。");
    }
}
