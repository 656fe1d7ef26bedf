using Zhizhuxia.Assets;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.Web.Publishing;

/// <summary>The films of published pieces. Each request asks the database, so that a takedown holds at once; browsers ask again each time.</summary>
internal static class PublicMediaEndpoints
{
    public static void MapPublicMedia(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v/{code}/media/{assetId:guid}/{file}", SendAsync).AllowAnonymous().WithSummary("刊发视频的文件").ExcludeFromDescription();

    private static async Task<IResult> SendAsync(
        HttpContext context, string code, Guid assetId, string file, PublicPages pages, MediaFile media)
    {
        var key = await pages.FileAsync(code, assetId, file, context.RequestAborted);
        var saved = file == Rendition.Download ? $"知株侠-{code.ToUpperInvariant()}.mp4" : null;
        return await media.SendOrSignAsync(context, key, MediaFile.TypeOf(file), saved, "private, no-cache");
    }
}
