using Zhizhuxia.Mail;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Publishing;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>A mail as it came, to be saved. No browser shows it, so nothing in it is run or loaded.</summary>
internal static class RawMailEndpoint
{
    public static void MapRawMail(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/inbox/{id:guid}/raw", SendAsync).RequireAuthorization(Policies.Review).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, Guid id, InboundList mails, CurrentActor current, MediaFile media)
    {
        var actor = await current.GetAsync(context.RequestAborted);
        var mail = actor.Reviews ? await mails.FindAsync(id, context.RequestAborted) : throw new RefusedException("not-found");
        return await media.SendAsync(context, mail is null ? null : new BlobKey(mail.RawKey), "application/octet-stream", $"{id:N}.eml", "no-store");
    }
}
