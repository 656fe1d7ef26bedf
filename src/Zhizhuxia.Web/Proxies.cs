using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Web;

/// <summary>
/// Behind a proxy: whose word is believed about the reader's address and about https. Nobody's, unless a setting says so: limits and records go by the
/// address, and who may invent one has none.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProxyOptions>().Bind(configuration.GetSection(ProxyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.ForwardLimit = proxy.Value.Hops;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.Known())
                headers.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>First of all: everything after it sees the reader.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Known().Any()) // the framework takes an empty list for "believe everybody"
            app.UseForwardedHeaders();
    }
}

/// <summary>Section <c>Proxy</c>.</summary>
internal sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>Addresses and networks of the proxies, as this program sees them, with spaces between: <c>127.0.0.1 10.1.0.0/24</c>. Empty: nobody stands in front.</summary>
    public string Networks { get; set; } = "";

    /// <summary>How many proxies stand one behind the other; as many entries of X-Forwarded-For are read, from the right.</summary>
    [Range(1, 5)]
    public int Hops { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from word in Words
        where Parse(word) is null
        select new ValidationResult($"{Section}:{nameof(Networks)}: '{word}' is no address and no network", [nameof(Networks)]);

    /// <summary>A single address is a network of one.</summary>
    public IEnumerable<System.Net.IPNetwork> Known() => Words.Select(word => Parse(word)!.Value);

    private string[] Words => Networks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static System.Net.IPNetwork? Parse(string word)
    {
        if (System.Net.IPNetwork.TryParse(word, out var network))
            return network;
        return IPAddress.TryParse(word, out var address) ? new(address, address.GetAddressBytes().Length * 8) : null;
    }
}
