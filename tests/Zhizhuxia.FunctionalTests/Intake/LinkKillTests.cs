using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>R2 for links: kill -9 at random moments while links are handed in; whoever hears nothing asks again with the same key.</summary>
public sealed class LinkKillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Calls = 50;

    private int _cut;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two or three new calls begin before each kill; the others go on asking with their keys, so that every kill meets requests.</summary>
    [Fact]
    public async Task Twenty_kills_under_fifty_calls_make_fifty_pieces_and_double_none()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ZZX_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (ZZX_SEED={seed} runs it again)");
        var random = new Random(seed);
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client(cookies: false);
        using var over = new CancellationTokenSource();
        List<Task<HashSet<string>>> callers = [];
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (callers.Count < Calls * kill / Kills)
                callers.Add(InsistAsync(client, callers.Count, over.Token));
            await Task.Delay(random.Next(1, 120), Ct);
            await portal.KillAsync();
            await portal.StartAgainAsync(Ct);
        }
        await over.CancelAsync();
        var answers = await Task.WhenAll(callers);

        Assert.All(answers, said => Assert.Single(said)); // one key, one answer
        await using var db = portal.Data.OpenDb();
        var pieces = await db.Submissions.Include(piece => piece.Links).AsNoTracking().ToListAsync(Ct);
        Assert.Equal(answers.Select(said => NumberOf(said.Single())).Order(), pieces.Select(piece => piece.Number).Order());
        Assert.Equal(Calls, pieces.SelectMany(piece => piece.Links).Select(link => link.Key).Distinct().Count());
        Assert.All(pieces, piece => Assert.Equal((State.Review1, 1), (piece.State, piece.Links.Count)));
        output.WriteLine($"{Kills} kills, {Calls} calls, {_cut} requests cut: {pieces.Count} pieces, 0 double");
        Assert.True(_cut >= Kills, $"Only {_cut} requests were cut: the kills met too little");
    }

    /// <summary>Asks with one key until it is over, and at least until there was an answer.</summary>
    /// <returns>The different answers.</returns>
    private async Task<HashSet<string>> InsistAsync(HttpClient client, int number, CancellationToken over)
    {
        var (key, form) = (Guid.NewGuid().ToString("N"), LinkCalls.Form($"https://www.bilibili.com/video/av{7000 + number}"));
        HashSet<string> answers = [];
        while (answers.Count == 0 || !over.IsCancellationRequested)
        {
            try
            {
                using var answer = await LinkCalls.SendAsync(client, form, key);
                var said = await answer.Content.ReadAsStringAsync(Ct);
                Assert.True(answer.StatusCode is HttpStatusCode.Accepted, said);
                answers.Add(said);
            }
            catch (Exception broken) when (broken is HttpRequestException or SocketException) // the library wraps most, not all
            {
                if (broken is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }) // refused: it had not begun
                    Interlocked.Increment(ref _cut);
            }
            await Task.Delay(20, Ct);
        }
        return answers;
    }

    private static string? NumberOf(string said)
    {
        using var json = JsonDocument.Parse(said);
        return json.RootElement.GetProperty("number").GetString();
    }
}
