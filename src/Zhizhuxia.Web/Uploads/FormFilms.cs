using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Uploads;

/// <summary>Films that come with a form itself, from browsers that run no scripts.</summary>
public sealed class FormFilms(ReceiveFilm receive)
{
    /// <summary>Puts the films of the request into the draft, in their order.</summary>
    /// <returns>Whose draft it is: SHA-256 of the browser's upload cookie, which a first film sets; null if there is none.</returns>
    /// <exception cref="Submissions.RefusedException">As <see cref="ReceiveFilm"/>; films before the refused one are kept.</exception>
    public async Task<string?> TakeAsync(Guid draft, HttpContext context, CancellationToken ct)
    {
        var owner = UploadOwner.Of(context.Request);
        foreach (var file in context.Request.Form.Files.Where(file => file.Length > 0))
        {
            owner ??= UploadOwner.Ensure(context);
            await using var content = file.OpenReadStream();
            await receive.RunAsync(new(draft, owner, Limits.NetworkOf(context.Connection.RemoteIpAddress), file.FileName, file.Length, Metadata: null), content, ct);
        }
        return owner;
    }
}
