using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Status;

namespace Zhizhuxia.Web;

/// <summary>What one client may take (security §3). The upload endpoints raise the body limit for themselves.</summary>
internal static class Limits
{
    /// <summary>Rate limit of everything that tries a password, a code or a link. Reading the page is free.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Rate limit of receipt codes: looking a piece up.</summary>
    public const string Receipts = "receipts";

    /// <summary>Rate limit of a status page that looks again by itself: by piece, so that nobody's looks are counted against their neighbours.</summary>
    public const string Looks = "looks";

    /// <summary>Rate limit of announcing uploads.</summary>
    public const string Creates = "creates";

    /// <summary>Rate limit of 提交.</summary>
    public const string Submits = "submits";

    /// <summary>Rate limit of recognising a link while the reader types.</summary>
    public const string Recognitions = "recognitions";

    /// <summary>Rate limit of visits to the mail server that a button starts.</summary>
    public const string MailTests = "mail-tests";

    /// <summary>How many pieces of files may come at once.</summary>
    public const string Patches = "patches";

    private const long OneMiB = 1 << 20;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 2000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxRequestBodySize = OneMiB;
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
    }

    /// <summary>Rate limits by address; who is over one is told when to come again.</summary>
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitsOptions>().Bind(configuration.GetSection(LimitsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddLive<LimitsOptions>(LimitsOptions.Section);
        services.AddSingleton<LiveTicket>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<Submit.ApiRate>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, ct) =>
            {
                // Of requests at once nobody knows when one ends; of an allowance it is known.
                context.HttpContext.Response.Headers.RetryAfter = AllowanceLease.Seconds(
                    context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1));
                return new(Refusals.AnswerAsync(context.HttpContext, new RefusedException("too-many-requests"), ct));
            };
            Add(limiter, SignIn, TimeSpan.FromMinutes(1), options => options.SignInsPerMinute);
            Add(limiter, Receipts, TimeSpan.FromMinutes(1), options => options.ReceiptsPerMinute);
            Add(limiter, Creates, TimeSpan.FromHours(1), options => options.CreatesPerHour);
            Add(limiter, Submits, TimeSpan.FromHours(1), options => options.SubmitsPerHour);
            Add(limiter, Recognitions, TimeSpan.FromMinutes(1), options => options.RecognitionsPerMinute);
            Add(limiter, MailTests, TimeSpan.FromMinutes(1), options => options.MailTestsPerMinute);
            limiter.AddPolicy(Looks, context => context.RequestServices.GetRequiredService<LiveTicket>().CodeIn(context.Request) is { } code
                ? Window(context, Looks, code, TimeSpan.FromMinutes(1), OptionsOf(context).LooksPerMinute)
                : PerAddress(context, Looks, TimeSpan.FromMinutes(1), options => options.ReceiptsPerMinute)); // opens nothing, so it is no try of a code
            limiter.AddPolicy(Patches, context => RateLimitPartition.GetConcurrencyLimiter(
                NetworkOf(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = OptionsOf(context).ParallelPatches }));
        });
    }

    private static void Add(RateLimiterOptions limiter, string limit, TimeSpan window, Func<LimitsOptions, int> permits) =>
        limiter.AddPolicy(limit, context => PerAddress(context, limit, window, permits));

    private static RateLimitPartition<string> PerAddress(HttpContext context, string limit, TimeSpan window, Func<LimitsOptions, int> permits)
    {
        var asks = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (asks && !context.Request.Path.StartsWithSegments("/api")) // a page with nothing filled in; the interface answers by GET as well
            return RateLimitPartition.GetNoLimiter("");
        return Window(context, limit, NetworkOf(context.Connection.RemoteIpAddress), window, permits(OptionsOf(context)));
    }

    private static RateLimitPartition<string> Window(HttpContext context, string limit, string whose, TimeSpan window, int permits) =>
        context.RequestServices.GetRequiredService<Allowances>().Of(limit, whose, window, permits);

    /// <summary>An allowance is used up; the header Retry-After says for how long.</summary>
    public static RefusedException TooMany(TimeSpan wait) => new("too-many-requests", AllowanceLease.Seconds(wait));

    private static LimitsOptions OptionsOf(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<LimitsOptions>>().Value;

    /// <summary>One client: an IPv4 address, or the /64 that one IPv6 household has.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes[..8]) : plain.ToString();
    }
}

/// <summary>Section <c>Limits</c>: what one address may do.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Tries of a password, code or link.</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Tries of a receipt code: looking up, withdrawing and answering together.</summary>
    [Range(1, 100_000)]
    public int ReceiptsPerMinute { get; set; } = 10;

    /// <summary>Looks of an open status page, per piece.</summary>
    [Range(1, 100_000)]
    public int LooksPerMinute { get; set; } = 20;

    /// <summary>Announced uploads.</summary>
    [Range(1, 1_000_000)]
    public int CreatesPerHour { get; set; } = 20;

    /// <summary>Submitted pieces: by the form, and by JSON without a key.</summary>
    [Range(1, 1_000_000)]
    public int SubmitsPerHour { get; set; } = 20;

    /// <summary>Pieces handed in by JSON with one partner's key, from wherever.</summary>
    [Range(1, 1_000_000)]
    public int SubmitsPerKeyAndMinute { get; set; } = 600;

    /// <summary>Pasted texts in which a link is recognised.</summary>
    [Range(1, 1_000_000)]
    public int RecognitionsPerMinute { get; set; } = 60;

    /// <summary>Tests of the mail server.</summary>
    [Range(1, 100_000)]
    public int MailTestsPerMinute { get; set; } = 6;

    /// <summary>Open pages of one editor that are kept up to date at the same time.</summary>
    [Range(1, 10_000)]
    public int StreamsPerPerson { get; set; } = 12;

    /// <summary>Pieces of files that come at the same time.</summary>
    [Range(1, 100_000)]
    public int ParallelPatches { get; set; } = 4;
}
