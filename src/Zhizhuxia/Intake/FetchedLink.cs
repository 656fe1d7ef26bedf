namespace Zhizhuxia.Intake;

/// <summary>What <see cref="LinkFetcher"/> brought, or why not. Texts are plain and cut; nothing of them is trusted.</summary>
/// <param name="Failure">Null if the page was read: <c>address-refused</c>, <c>not-public</c>, <c>too-many-redirects</c>, <c>status</c>, <c>not-a-page</c>, <c>too-slow</c>, <c>unreachable</c>.</param>
/// <param name="Url">Where it ended, after redirects; of a failure the address that failed.</param>
/// <param name="Title">≤ 200 characters.</param>
/// <param name="Author">≤ 100 characters.</param>
/// <param name="Description">≤ 500 characters.</param>
/// <param name="Picture">The address of a picture as text; nobody opens it.</param>
public sealed record FetchedLink(string? Failure, string Url, string? Title, string? Author, string? Description, string? Picture)
{
    public static FetchedLink Failed(string failure, string url) => new(failure, url, null, null, null, null);
}
