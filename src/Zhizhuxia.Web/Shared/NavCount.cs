namespace Zhizhuxia.Web.Shared;

/// <summary>A figure beside an entry of the desk's navigation.</summary>
/// <param name="Name">Of the entry; the element is <c>count-</c> and this.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Count">0 is not shown.</param>
/// <param name="Swaps">It takes the place of the one on the open page.</param>
public sealed record NavCount(string Name, string Title, int Count, bool Swaps)
{
    public static NavCount Queue(int count, bool swaps) => new("queue", "等您处理", count, swaps);

    public static NavCount Inbox(int count, bool swaps) => new("inbox", "要人看的来信", count, swaps);

    public static NavCount Jobs(int count, bool swaps) => new("jobs", "卡住了", count, swaps);
}
