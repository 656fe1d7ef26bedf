using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>视图: a filter of the queue with a name and an address of its own, <c>/desk?view=…</c>.</summary>
/// <param name="Slug">In the address: a word for the house's own, the id of a person's own.</param>
/// <param name="Query">The filter, as <see cref="QueueQuery.Text"/>.</param>
/// <param name="Own">Set for a person's own, which can be given up.</param>
public sealed record QueueView(string Slug, string Name, string Query, Guid? Own)
{
    /// <summary>Those everybody has.</summary>
    public static IReadOnlyList<QueueView> OfHouse { get; } =
    [
        new("waiting", "等我处理", $"share={QueueShare.Waiting}", null),
        new("mine", "我认领的", $"share={QueueShare.Mine}", null),
        new("soon", "快到 15 天", "soon=true", null),
        new("urgent", "突发", $"mark={QueueMark.Urgent}", null),
        new("unauthorised", "未授权", $"mark={QueueMark.NotAuthorised}", null),
        new("stuck", "卡住", $"mark={QueueMark.Stuck}", null),
        new("adopted", "待刊发", $"state={State.Adopted}", null),
    ];

    public static QueueView Of(SavedView kept) => new(kept.Id.ToString("N"), kept.Name, kept.Query, kept.Id);
}

/// <summary>A view with the number of its pieces.</summary>
/// <param name="Count">Null: not counted yet.</param>
/// <param name="Current">The one that is open.</param>
public sealed record CountedView(QueueView View, int? Count, bool Current);
