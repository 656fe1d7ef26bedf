using Microsoft.Net.Http.Headers;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>Who stands behind a request of the interface.</summary>
/// <param name="Key">The partner's key; null: anybody.</param>
/// <param name="Partition">Whose allowance it takes from: the key's, or the address's.</param>
internal sealed record ApiSender(ApiKey? Key, string Partition)
{
    private const string Bearer = "Bearer ";

    /// <summary>The pieces are the partner's; without a key they are nobody's.</summary>
    public Arrival Arrival => new(Channel.Api, Key?.Id);

    /// <summary>Reads <c>Authorization: Bearer</c>. Tries of a wrong key take from the address's allowance.</summary>
    /// <exception cref="RefusedException"><c>api-key-invalid</c>, <c>api-key-scope</c>, <c>too-many-requests</c>.</exception>
    public static async Task<ApiSender> OfAsync(HttpRequest request, ApiScope scope, ApiDoor door, CancellationToken ct)
    {
        var stranger = new ApiSender(null, Limits.NetworkOf(request.HttpContext.Connection.RemoteIpAddress));
        var said = request.Headers[HeaderNames.Authorization].ToString();
        if (said.Length == 0)
            return stranger;
        try
        {
            var key = await door.Show.RunAsync(said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? said[Bearer.Length..].Trim() : "", scope, ct);
            return new(key, key.Id.ToString("N"));
        }
        catch (RefusedException)
        {
            if (await door.Rate.TakeAsync(stranger, 1, ct) is { IsAcquired: false } over)
                throw Limits.TooMany(over.Wait);
            request.HttpContext.Response.Headers[HeaderNames.WWWAuthenticate] = Bearer.Trim();
            throw;
        }
    }
}
