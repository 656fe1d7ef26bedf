namespace Zhizhuxia.Web.Review;

/// <summary>An entry of the tabs of 审稿页.</summary>
/// <param name="Tab">Where it leads.</param>
/// <param name="Words">As it reads.</param>
/// <param name="Count">How much is there; 0 is not shown.</param>
/// <param name="Partial">What the tab shows.</param>
/// <param name="Alarm">What is counted, where somebody has to look; null: nobody has to.</param>
public sealed record TabLink(PieceTab Tab, string Words, int Count, string Partial, string? Alarm = null)
{
    /// <summary>In the address.</summary>
    public string Name => PieceModel.NameOf(Tab);

    public static IReadOnlyList<TabLink> Of(PieceModel page) =>
    [
        new(PieceTab.Material, "材料", 0, "_TabMaterial"),
        page.Folder.Unread > 0
            ? new(PieceTab.Mails, "往来", page.Folder.Unread, "_TabCorrespondence", " 条新来信")
            : new(PieceTab.Mails, "往来", page.Folder.Mails.Count + page.Piece.Letters.Count(letter => letter.EditorId is null), "_TabCorrespondence"),
        new(PieceTab.Checks, "核查", Wrong(page), "_TabChecks", " 处有问题"),
        new(PieceTab.Log, "流水", page.Piece.History.Count, "_TabLog"),
    ];

    /// <summary>Red lights, and what it may be a duplicate of.</summary>
    private static int Wrong(PieceModel page) => page.Piece.UndecidedAlike
        + page.Piece.Assets.SelectMany(FilmChecks.Of).Concat(RightsChecks.Of(page.Piece)).Concat(AiChecks.Of(page.Piece)).Count(line => line.Light is Light.Red);
}
