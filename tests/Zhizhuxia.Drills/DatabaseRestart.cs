using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Drills;

/// <summary>R8: immediate restarts of PostgreSQL while links are handed in and jobs run; whoever hears nothing good asks again with the same key.</summary>
internal sealed class DatabaseRestart
{
    private int _away;
    private int _cut;

    public static Task RunAsync(DrillRun run, CancellationToken ct) => new DatabaseRestart().DoAsync(run, ct);

    private async Task DoAsync(DrillRun run, CancellationToken ct)
    {
        var (restarts, calls) = (run.Pick(6, 20), run.Pick(15, 50));
        await using var server = await PostgresServer.StartAsync();
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Database:Kind"] = "Postgres", ["Database:ConnectionString"] = server.ConnectionString("restarted"), ["Jobs:Renew"] = "00:00:01", ["Jobs:Lease"] = "00:00:05",
        }, ct);
        using var client = portal.Client(cookies: false);
        using var over = new CancellationTokenSource();
        List<Task<HashSet<string>>> callers = [];
        for (var restart = 1; restart <= restarts; restart++)
        {
            while (callers.Count < calls * restart / restarts)
                callers.Add(InsistAsync(client, callers.Count, over.Token, ct));
            await Task.Delay(run.Between(1, 200), ct);
            await server.RestartAsync(ct);
        }
        await over.CancelAsync();
        var answers = await Task.WhenAll(callers);

        run.Saw($"{restarts} restarts, {calls} calls, {_away} times told to come again, {_cut} requests cut");
        run.Must(_away + _cut >= restarts, "every restart met requests");
        run.Must(answers.All(said => said.Count == 1), "one key, one answer");
        await using var db = portal.Data.OpenDb();
        var pieces = await db.Submissions.CountAsync(ct);
        run.Must(pieces == calls, $"{pieces} pieces of {calls} calls");
        await DrillRun.UntilAsync("the letters are written", async () => !await db.Jobs.AnyAsync(job => job.Kind == JobKind.SendMail && job.State != JobState.Done, ct), ct);
        var letters = Directory.GetFiles(Path.Combine(portal.DataFolder, "mail"), "*.eml").Length;
        run.Must(letters == calls, $"{letters} letters, by jobs that outlived the restarts");
    }

    /// <summary>Asks with one key until it is over, and at least until there was an answer.</summary>
    private async Task<HashSet<string>> InsistAsync(HttpClient client, int number, CancellationToken over, CancellationToken ct)
    {
        var (key, form) = (Guid.NewGuid().ToString("N"), LinkCalls.Form($"https://www.bilibili.com/video/av{9000 + number}"));
        HashSet<string> answers = [];
        while (answers.Count == 0 || !over.IsCancellationRequested)
        {
            try
            {
                using var answer = await LinkCalls.SendAsync(client, form, key);
                var said = await answer.Content.ReadAsStringAsync(ct);
                if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
                    Interlocked.Increment(ref _away);
                else
                    answers.Add(answer.StatusCode is HttpStatusCode.Accepted ? said : $"{answer.StatusCode} {said}");
            }
            catch (Exception cut) when (cut is HttpRequestException or SocketException)
            {
                Interlocked.Increment(ref _cut);
            }
            await Task.Delay(20, ct);
        }
        return answers;
    }
}
