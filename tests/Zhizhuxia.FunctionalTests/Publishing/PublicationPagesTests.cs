using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Publishing;

/// <summary>From adoption to the public page and off it again, as browsers see it.</summary>
public sealed class PublicationPagesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly (string, string)[] Letter = [("Form.Shown", "true"), ("Form.Subject", "给您的信"), ("Form.Body", "写好了。")];
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_piece_is_published_with_its_code_and_gone_at_once_when_taken_down()
    {
        var piece = await AdoptedAsync();
        var film = piece.Assets[0].Id;
        using var reader = desk.Portal.Client();

        var (shown, letter) = await DecideAsync(desk.Fang, piece.Id, Verb.Publish);
        Assert.Equal((HttpStatusCode.OK, State.Adopted), (shown, (await desk.SeeAsync(piece.Id, Ct)).State));
        Assert.Contains("刊发，并发出这封信", letter, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(desk.Fang, piece.Id, Verb.Publish, Letter)).Status);

        var code = (await desk.SeeAsync(piece.Id, Ct)).ShortCode!;
        var open = await LookAsync(reader, $"/v/{code.ToLowerInvariant()}");
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Contains($"/v/{code}/media/{film:N}/master.m3u8", open.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "#EXTM3U"), await LookAsync(reader, $"/v/{code}/media/{film:N}/master.m3u8"));
        Assert.Contains("<svg", await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}/qr.svg", Ct), StringComparison.Ordinal);
        var page = await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}", Ct);
        Assert.Contains($">http://127.0.0.1:5080/v/{code}</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP://", page, StringComparison.Ordinal); // the capitals are the QR code's

        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync(desk.Zhao, piece.Id, Verb.TakeDown, [("Form.Comment", "地点有误"), .. Letter])).Status);

        var gone = await LookAsync(reader, $"/v/{code}");
        Assert.Contains("已经下线", gone.Body, StringComparison.Ordinal);
        Assert.Equal(await LookAsync(reader, $"/v/ZZZZZZ/media/{film:N}/master.m3u8"), await LookAsync(reader, $"/v/{code}/media/{film:N}/master.m3u8"));
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(reader, $"/v/{code}/media/{film:N}/poster.jpg")).Status);
    }

    [Fact]
    public async Task Public_films_come_in_ranges_and_are_asked_for_anew()
    {
        var piece = await AdoptedAsync();
        await DecideAsync(desk.Fang, piece.Id, Verb.Publish, Letter);
        var code = (await desk.SeeAsync(piece.Id, Ct)).ShortCode;
        using var reader = desk.Portal.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v/{code}/media/{piece.Assets[0].Id:N}/720.mp4") { Headers = { Range = new(1, 3) } };

        using var answer = await reader.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.PartialContent, "20."), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.NotNull(answer.Headers.ETag);
        using var known = new HttpRequestMessage(HttpMethod.Get, request.RequestUri) { Headers = { IfNoneMatch = { answer.Headers.ETag } } };
        using var same = await reader.SendAsync(known, Ct);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Files_that_the_row_does_not_name_are_not_there()
    {
        var piece = await AdoptedAsync();
        await DecideAsync(desk.Fang, piece.Id, Verb.Publish, Letter);
        var code = (await desk.SeeAsync(piece.Id, Ct)).ShortCode;
        using var reader = desk.Portal.Client();

        foreach (var file in new[] { "1080.mp4", "..%2f1%2f720.mp4", "%2e%2e", "original", "720.mp4%00" })
            Assert.False((await LookAsync(reader, $"/v/{code}/media/{piece.Assets[0].Id:N}/{file}")).Status is HttpStatusCode.OK, file);
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(reader, $"/v/{code}/media/{Guid.NewGuid():N}/720.mp4")).Status);
    }

    [Fact]
    public async Task Only_the_publisher_publishes_and_only_the_third_level_takes_down()
    {
        var piece = await AdoptedAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(desk.Zhao, piece.Id, Verb.Publish, Letter)).Status);
        await DecideAsync(desk.Fang, piece.Id, Verb.Publish, Letter);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(desk.Fang, piece.Id, Verb.TakeDown, [("Form.Comment", "地点有误"), .. Letter])).Status);

        Assert.Equal(State.Published, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task Before_its_ladder_is_made_the_page_says_what_is_missing()
    {
        var piece = await desk.AddAsync(In(State.Adopted, Now), Ct);

        var page = await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}", Ct);
        var (status, _) = await DecideAsync(desk.Fang, piece.Id, Verb.Publish, Letter);

        Assert.Contains("刊发用的视频还在制作", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, State.Adopted), (status, (await desk.SeeAsync(piece.Id, Ct)).State));
    }

    private async Task<Submission> AdoptedAsync()
    {
        var piece = In(State.Adopted, Now).WithLadder();
        await using var scope = desk.Portal.Data.Scope();
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        var asset = piece.Assets[0];
        foreach (var file in asset.Renditions.SelectMany(made => made.Files))
        {
            using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file == asset.Find(RenditionKind.Ladder)!.Entry ? "#EXTM3U" : file));
            await blobs.WriteAsync(BlobKey.Rendition(asset.Id, 1, file), bytes, Ct);
        }
        return await desk.AddAsync(piece, Ct);
    }

    private async Task<(HttpStatusCode Status, string Page)> DecideAsync(DeskClient editor, Guid id, Verb verb, params (string, string)[] form)
    {
        var seen = Seen.Of(await desk.SeeAsync(id, Ct)).ToString();
        using var answer = await editor.PostAsync($"/desk/pieces/{id}", $"/desk/pieces/{id}/decide/{verb}", Ct, [("Form.Seen", seen), .. form]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<(HttpStatusCode Status, string Body)> LookAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
