using System.Net;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>An open stream of the desk, read as a browser reads it.</summary>
internal sealed class LiveStream : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private LiveStream(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    /// <summary>Id of the last event.</summary>
    public string LastId { get; private set; } = "";

    /// <param name="lastId">As a browser sends it when it comes again.</param>
    public static async Task<LiveStream> OpenAsync(HttpClient http, Guid? piece, CancellationToken ct, string? lastId = null)
    {
        var answer = await SendAsync(http, piece, ct, lastId);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(answer, await answer.Content.ReadAsStreamAsync(ct));
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, Guid? piece, CancellationToken ct, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/desk/events{(piece is null ? "" : $"?piece={piece}")}", UriKind.Relative));
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <summary>Name of the next event; null at the end of the stream.</summary>
    public async Task<string?> NextAsync(CancellationToken ct)
    {
        string? name = null;
        while (await _lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                LastId = line[4..];
            else if (line.Length == 0 && name is not null)
                return name;
        }
        return null;
    }

    /// <summary>Reads until this event has come.</summary>
    public async Task UntilAsync(string name, CancellationToken ct)
    {
        while (await NextAsync(ct) is { } next)
            if (next == name)
                return;
        Assert.Fail($"The stream ended before {name}");
    }

    /// <summary>Reads until the stream ends.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        while (await NextAsync(ct) is not null)
            ct.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
