using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>
/// Tells an open page that something has changed (server-sent events); the page then fetches that part the ordinary way, with all its checks. An event
/// carries only a mark of what it stands for, and its id the marks of all: who comes again after a lost connection says what they have, and is told
/// exactly what differs.
/// </summary>
internal static class DeskEvents
{
    public const string Path = "/desk/events";

    /// <summary>A request that the page makes by itself: it does not keep a session alive that nobody uses any more.</summary>
    public const string AutomaticHeader = "X-Live";

    /// <summary>Looks after which a stream ends. The browser comes again by itself, and is asked for its session and rights as anybody is.</summary>
    private const int Longest = 60;

    /// <summary>Looks between two signs of life, at which rights are asked for again.</summary>
    private const int SignEvery = 10;

    private static readonly string[] Names = ["queue", "piece", "work", "notes"];

    public static void MapDeskEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, StreamAsync).RequireAuthorization(Policies.Review).ExcludeFromDescription();

    /// <summary>No renewal of the session by requests that nobody has made.</summary>
    public static Task RenewAsync(CookieSlidingExpirationContext context)
    {
        if (context.Request.Path == Path || context.Request.Headers.ContainsKey(AutomaticHeader))
            context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    private static async Task StreamAsync(HttpContext context, Guid? piece, string? since, DeskWatch watch, LiveRights rights)
    {
        var ct = context.RequestAborted;
        if (!await rights.HoldAsync(context.User, ct))
            throw new RefusedException("not-found");
        using var watcher = watch.Join(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture), piece) ?? throw new RefusedException("too-many-requests");
        var until = (await context.AuthenticateAsync()).Properties?.ExpiresUtc;
        var known = Marks(context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : since);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.WriteAsync("retry: 1000\n\n", ct);
        await context.Response.Body.FlushAsync(ct);
        var looks = 0;
        await foreach (var stamps in watcher.LooksAsync(ct))
        {
            var now = stamps is null ? known : Marks(stamps, piece, known);
            var text = Events(known, now);
            if (++looks > Longest || (until is { } end && end <= rights.Now))
                return;
            if (text.Length == 0 && looks % SignEvery != 0)
                continue;
            if (!await rights.HoldAsync(context.User, ct))
                return;
            await context.Response.WriteAsync(text.Length > 0 ? text : ": \n\n", ct);
            await context.Response.Body.FlushAsync(ct);
            known = now;
        }
    }

    private static string[] Marks(string? text)
    {
        var parts = (text ?? "").Split('~');
        return [.. Names.Select((_, index) => parts.ElementAtOrDefault(index) ?? "")];
    }

    private static string[] Marks(DeskStamps stamps, Guid? piece, string[] known) =>
        piece is { } id && stamps.Pieces.TryGetValue(id, out var own) ? [stamps.Queue, own.Piece, own.Work, own.Notes] : [stamps.Queue, .. known[1..]];

    private static string Events(string[] before, string[] now) => string.Concat(Names.Select((name, index) =>
        before[index] == now[index] ? "" : $"event: {name}\nid: {string.Join('~', now)}\ndata: {now[index]}\n\n"));
}
