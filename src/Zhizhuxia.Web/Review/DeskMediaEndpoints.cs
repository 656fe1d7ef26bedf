using Zhizhuxia.Assets;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Publishing;

namespace Zhizhuxia.Web.Review;

/// <summary>
/// Originals, review proxies, storyboards and stills, for people who review. Strangers and other roles are told 404 for whatever they ask, as for a missing file
/// (<see cref="Strangers"/>); the roles are asked of the database once more in <see cref="CheckAsync"/>, so that a right taken away ends at once.
/// </summary>
internal static class DeskMediaEndpoints
{
    public static void MapDeskMedia(this IEndpointRouteBuilder routes)
    {
        var media = routes.MapGroup("/media/{assetId:guid}").RequireAuthorization(Policies.Review).AddEndpointFilter(CheckAsync).ExcludeFromDescription();
        media.MapGet("/original", OriginalAsync);
        media.MapGet("/poster", PosterAsync);
        media.MapGet("/proxy/{file}", ProxyAsync);
        media.MapGet("/storyboard/{file}", StoryboardAsync);
        media.MapGet("/stills/{file}", StillAsync);
    }

    private static async Task<IResult> OriginalAsync(HttpContext context, Guid assetId, bool? download, DeskFiles files, MediaFile media)
    {
        var found = await files.OriginalAsync(assetId, context.RequestAborted);
        var save = download is true || found?.Playable is not true; // what no browser plays is only saved
        return await media.SendAsync(context, found?.Key, save ? "application/octet-stream" : "video/mp4", save ? found?.Name : null, "no-store");
    }

    private static async Task<IResult> PosterAsync(HttpContext context, Guid assetId, DeskFiles files, MediaFile media) =>
        await media.SendAsync(
            context, await files.MadeAsync(assetId, RenditionKind.Poster, null, context.RequestAborted), "image/jpeg", null, "no-store");

    private static Task<IResult> ProxyAsync(HttpContext context, Guid assetId, string file, DeskFiles files, MediaFile media) =>
        MadeAsync(context, assetId, RenditionKind.Proxy, file, files, media);

    private static Task<IResult> StoryboardAsync(HttpContext context, Guid assetId, string file, DeskFiles files, MediaFile media) =>
        MadeAsync(context, assetId, RenditionKind.Storyboard, file, files, media);

    private static Task<IResult> StillAsync(HttpContext context, Guid assetId, string file, DeskFiles files, MediaFile media) =>
        MadeAsync(context, assetId, RenditionKind.PosterCandidates, file, files, media);

    private static async Task<IResult> MadeAsync(HttpContext context, Guid assetId, RenditionKind kind, string file, DeskFiles files, MediaFile media) =>
        await media.SendAsync(context, await files.MadeAsync(assetId, kind, file, context.RequestAborted), MediaFile.TypeOf(file), null, "no-store");

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var actor = await http.RequestServices.GetRequiredService<CurrentActor>().GetAsync(http.RequestAborted);
        return actor.Reviews ? await next(invocation) : throw new RefusedException("not-found");
    }
}
