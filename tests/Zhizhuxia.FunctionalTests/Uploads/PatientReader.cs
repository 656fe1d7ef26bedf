using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Zhizhuxia.FunctionalTests.Intake;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>A reader whose phone repeats every request until it is answered, as tus-js-client does.</summary>
internal sealed class PatientReader(PortalProcess portal, byte[] film, int piece) : IDisposable
{
    private readonly TusClient _tus = new(portal);
    private readonly string _key = Guid.NewGuid().ToString("N");

    public Guid Draft { get; } = Guid.CreateVersion7();

    public string Sha256 { get; } = TusClient.Sha256(film);

    /// <summary>Requests whose connection broke while the bytes were under way.</summary>
    public int Cut { get; private set; }

    /// <summary>Of the piece, once it is submitted.</summary>
    public string? Number { get; private set; }

    /// <summary>Opens the form, uploads and submits; each submit is sent twice.</summary>
    public async Task RunAsync()
    {
        await InsistAsync(() => _tus.Http.GetAsync(new Uri("/submit", UriKind.Relative), TestContext.Current.CancellationToken), _ => true);
        var path = await InsistAsync(() => _tus.PostAsync(Draft, $"{film.Length}"), answer => answer.Headers.Location!.ToString());
        for (var offset = 0; offset < film.Length;)
            offset = await StepAsync(path, offset);
        var form = Forms.Film(path);
        var first = await InsistAsync(() => Forms.SubmitAsync(_tus.Http, form, _key), NumberOf);
        var again = await InsistAsync(() => Forms.SubmitAsync(_tus.Http, form, _key), NumberOf);
        Assert.Equal(first, again);
        Number = first;
    }

    public void Dispose() => _tus.Dispose();

    /// <summary>Sends one piece; after a broken one asks where to go on.</summary>
    private async Task<int> StepAsync(string path, int offset)
    {
        try
        {
            using var answer = await _tus.PatchAsync(path, offset, film[offset..Math.Min(film.Length, offset + piece)]);
            if (answer.StatusCode is HttpStatusCode.NoContent)
                return (int)TusClient.OffsetOf(answer)!.Value;
        }
        catch (Exception broken) when (broken is HttpRequestException or SocketException) // the library wraps most, not all
        {
            Cut += broken is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } ? 0 : 1; // refused: it had not begun
        }
        return await InsistAsync(() => _tus.HeadAsync(path), answer => (int)TusClient.OffsetOf(answer)!.Value);
    }

    private async Task<T> InsistAsync<T>(Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, T> read)
    {
        while (true)
        {
            try
            {
                using var answer = await ask();
                if (answer.IsSuccessStatusCode)
                    return read(answer);
                Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
            catch (Exception cut) when (cut is HttpRequestException or SocketException)
            {
                // Killed, or not listening yet.
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string NumberOf(HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(answer.Content.ReadAsStream());
        return body.RootElement.GetProperty("number").GetString()!;
    }
}
