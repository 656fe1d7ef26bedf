using System.Net;
using System.Text.RegularExpressions;

namespace Zhizhuxia.FunctionalTests.Account;

/// <summary>A browser without scripts: fetches a page, fills its form, follows nothing by itself.</summary>
internal sealed partial class FormClient : IDisposable
{
    private readonly HttpClient _http;

    public FormClient(PortalProcess portal)
        : this(portal, new())
    {
    }

    /// <param name="cookies">Of a browser that also visits another web process.</param>
    public FormClient(PortalProcess portal, CookieContainer cookies)
    {
        _http = portal.Client(cookies);
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async Task<Answer> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    /// <summary>Sends the form of <paramref name="page"/> (by default the page it is sent to) with its antiforgery token.</summary>
    public async Task<Answer> PostAsync(string path, Dictionary<string, string> fields, string? page = null)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", await TokenAsync(page ?? path.Split('?')[0]))]);
        return await SendAsync(path, content);
    }

    /// <summary>The antiforgery token of the form on a page.</summary>
    public async Task<string> TokenAsync(string page)
    {
        var form = await GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        return Token().Match(form.Html).Groups[1].Value;
    }

    /// <summary>Sends a form of the caller's own; the caller disposes it.</summary>
    public async Task<Answer> SendAsync(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}

/// <param name="Location">Where a redirect leads, path and query.</param>
internal sealed partial record Answer(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>The sentence of refusal on the page; null if there is none.</summary>
    public string? Refusal => Alert().Match(Html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location;
        var path = location is { IsAbsoluteUri: true } ? location.PathAndQuery : location?.ToString();
        return new(answer.StatusCode, path, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("role=\"alert\">.*?<span>(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Alert();
}
