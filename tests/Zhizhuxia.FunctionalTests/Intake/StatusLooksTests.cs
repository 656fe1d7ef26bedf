using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>A family behind one address: open status pages look again by themselves, and nobody's looks take another's tries.</summary>
public sealed partial class StatusLooksTests
{
    private const int Tries = 4;
    private const int Looks = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looks_are_counted_for_the_piece_and_tries_for_the_address()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Limits:ReceiptsPerMinute"] = $"{Tries}", ["Limits:LooksPerMinute"] = $"{Looks}", ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client();
        var (first, token) = await OpenAsync(portal, client);
        var (second, _) = await OpenAsync(portal, client);

        foreach (var _ in Enumerable.Range(0, Looks))
            Assert.Contains("state-word", await LookAsync(client, token, first, HttpStatusCode.OK), StringComparison.Ordinal);
        await LookAsync(client, token, first, HttpStatusCode.TooManyRequests);
        await LookAsync(client, token, second, HttpStatusCode.OK);
        var (_, _) = await OpenAsync(portal, client);
        await LookAsync(client, token, "not-ours", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_ticket_looks_are_few()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:ReceiptsPerMinute"] = "2", ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client();
        var (ticket, token) = await OpenAsync(portal, client);

        foreach (var forged in new[] { "not-ours", ticket[..^2] })
            await LookAsync(client, token, forged, HttpStatusCode.NotFound);
        await LookAsync(client, token, ticket[..^3], HttpStatusCode.TooManyRequests);
    }

    /// <summary>A new piece with a film that waits for the machines, looked up by its receipt.</summary>
    /// <returns>The ticket of its page, and the token of its forms.</returns>
    private static async Task<(string Ticket, string Token)> OpenAsync(PortalProcess portal, HttpClient client)
    {
        var code = await WaitingAsync(portal);
        using var form = new FormUrlEncodedContent(
            [new("Receipt", code), new("__RequestVerificationToken", TokenField().Match(await client.GetStringAsync(new Uri("/status", UriKind.Relative), Ct)).Groups[1].Value)]);
        using var answer = await client.PostAsync(new Uri("/status", UriKind.Relative), form, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, page);
        return (TicketField().Match(page).Groups[1].Value, TokenField().Match(page).Groups[1].Value);
    }

    private static async Task<string> WaitingAsync(PortalProcess portal)
    {
        var now = TimeProvider.System.GetUtcNow();
        var piece = In(State.Review1, now);
        piece.Assets.Add(Arrived(piece, now));
        piece.Jobs.Add(Job.ForAsset(JobKind.InspectAsset, piece.Id, piece.Assets[^1].Id, now));
        await using var scope = portal.Data.Scope();
        var codes = scope.ServiceProvider.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await using var db = portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        return codes.CodeOf(piece.Id);
    }

    private static async Task<string> LookAsync(HttpClient client, string token, string ticket, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/status/live") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.Add("Status-Ticket", ticket);
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex TokenField();

    [GeneratedRegex("data-ticket=\"([^\"]+)")]
    private static partial Regex TicketField();
}
