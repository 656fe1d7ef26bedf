using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>Who may open what of the console, and what everybody else gets.</summary>
public sealed class DeskAccessTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Path (with {0} the piece and {1} its film), whether reviewers may, whether administrators may.</summary>
    public static TheoryData<string, bool, bool> Doors { get; } = new()
    {
        { "/desk", true, false },
        { "/desk/pieces/{0}", true, false },
        { "/desk/pieces/{0}?handler=Progress", true, false },
        { "/desk/pieces/{0}/qr.svg", true, false },
        { "/desk/pieces/{0}/print", true, false },
        { "/desk/mail", true, false },
        { "/desk/inbox", true, false },
        { "/desk/jobs", false, true },
        { "/desk/jobs?handler=Busy", false, true },
        { "/media/{1}/original", true, false },
        { "/media/{1}/poster", true, false },
        { "/media/{1}/storyboard/storyboard.vtt", true, false },
        { "/media/{1}/stills/still-1.jpg", true, false },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_door_opens_for_its_roles_only(string path, bool reviewers, bool administrators)
    {
        var piece = await PublishedAsync();
        var address = string.Format(null, path, piece.Id, piece.Assets[0].Id);
        foreach (var (person, may) in new[]
                 {
                     (desk.Wang, reviewers), (desk.Li, reviewers), (desk.Zhao, reviewers), (desk.Fang, reviewers), (desk.Sun, reviewers),
                     (desk.Administrator, administrators), (desk.Finance, false), (desk.Clerk, false),
                 })
        {
            using var answer = await person.Http.GetAsync(new Uri(address, UriKind.Relative), Ct);
            Assert.True(may == answer.IsSuccessStatusCode, $"{person.Editor.DisplayName} {address}: {answer.StatusCode}");
        }
        using var stranger = desk.Portal.Client();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var refused = await stranger.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(path.StartsWith("/media", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Theory]
    [InlineData("/desk/pieces/{0}?handler=Claim")]
    [InlineData("/desk/pieces/{0}?handler=GiveBack")]
    [InlineData("/desk/pieces/{0}?handler=Urgent")]
    [InlineData("/desk/pieces/{0}?handler=Revise")]
    [InlineData("/desk/pieces/{0}?handler=Poster")]
    [InlineData("/desk/pieces/{0}/decide/Pass")]
    [InlineData("/desk/pieces/{0}/decide/TakeDown")]
    [InlineData("/desk/mail?handler=Resend")]
    [InlineData("/desk/mail?handler=CallBack")]
    public async Task Others_change_nothing_by_any_form(string path)
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        foreach (var person in new[] { desk.Administrator, desk.Finance, desk.Clerk })
        {
            using var answer = await person.PostAsync("/account", string.Format(null, path, piece.Id), Ct);
            Assert.False(answer.IsSuccessStatusCode);
        }
        Assert.Equal((State.Review1, piece.RowVersion), ((await desk.SeeAsync(piece.Id, Ct)).State, (await desk.SeeAsync(piece.Id, Ct)).RowVersion));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        using var empty = new FormUrlEncodedContent([]);
        using var answer = await desk.Wang.Http.PostAsync(new Uri($"/desk/pieces/{piece.Id}?handler=Claim", UriKind.Relative), empty, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await desk.SeeAsync(piece.Id, Ct)).Claim);
    }

    [Fact]
    public async Task A_piece_that_is_not_there_and_a_draft_are_the_same_404()
    {
        var draft = await desk.AddAsync(Draft(Now), Ct);

        Assert.Equal(await LookAsync(desk.Wang.Http, $"/desk/pieces/{Guid.NewGuid()}"), await LookAsync(desk.Wang.Http, $"/desk/pieces/{draft.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(desk.Wang.Http, $"/desk/pieces/{draft.Id}")).Status);
    }

    [Fact]
    public async Task A_film_is_sent_in_ranges_with_a_fixed_type_and_cannot_run()
    {
        var piece = await PublishedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/media/{piece.Assets[0].Id}/original") { Headers = { Range = new(2, 5) } };
        using var answer = await desk.Wang.Http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("2345", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_review_proxy_is_sent_file_by_file_as_its_row_names_them_and_under_its_alias()
    {
        var piece = In(State.Review1, Now);
        var asset = piece.Assets[0];
        asset.Add(new(Zhizhuxia.Assets.RenditionKind.Proxy, 3, "proxy-2.m3u8", ["proxy-2.m3u8", "proxy-0.mp4"], 540, 960, 5));
        await using var scope = desk.Portal.Data.Scope();
        foreach (var file in new[] { "proxy-2.m3u8", "proxy-0.mp4", "proxy-1.m3u8" })
        {
            using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Rendition(asset.Id, 3, file), bytes, Ct);
        }
        await desk.AddAsync(piece, Ct);

        Assert.Equal((HttpStatusCode.OK, "proxy-2.m3u8"), await LookAsync(desk.Wang.Http, $"/media/{asset.Id}/proxy/{Zhizhuxia.Assets.Rendition.Alias}"));
        Assert.Equal((HttpStatusCode.OK, "proxy-0.mp4"), await LookAsync(desk.Wang.Http, $"/media/{asset.Id}/proxy/proxy-0.mp4"));
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(desk.Wang.Http, $"/media/{asset.Id}/proxy/proxy-1.m3u8")).Status); // in the store, but not in the row
    }

    [Fact]
    public async Task Strangers_other_roles_and_missing_films_get_the_same_404()
    {
        var piece = await PublishedAsync();
        using var stranger = desk.Portal.Client();
        var missing = await LookAsync(desk.Wang.Http, $"/media/{Guid.NewGuid()}/original");

        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal(missing, await LookAsync(stranger, $"/media/{piece.Assets[0].Id}/original"));
        Assert.Equal(missing, await LookAsync(desk.Finance.Http, $"/media/{piece.Assets[0].Id}/original"));
        Assert.Equal(missing, await LookAsync(desk.Wang.Http, $"/media/{piece.Assets[0].Id}/proxy/master.m3u8"));
    }

    [Fact]
    public async Task Who_was_switched_off_sees_no_film_from_that_moment()
    {
        var piece = await PublishedAsync();
        using var leaving = await DeskClient.SignInAsync(desk.Portal, "离岗编辑", Ct, Zhizhuxia.Accounts.Role.Editor1);
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(leaving.Http, $"/media/{piece.Assets[0].Id}/original")).Status);
        await using (var db = desk.Portal.Data.OpenDb())
        {
            (await db.Users.FindAsync([leaving.Editor.Id], Ct))!.Disabled = true;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(leaving.Http, $"/media/{piece.Assets[0].Id}/original")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await LookAsync(leaving.Http, $"/desk/pieces/{piece.Id}")).Status);
    }

    private async Task<Submission> PublishedAsync()
    {
        var piece = In(State.Published, Now);
        var asset = piece.Assets[0];
        asset.Store(Now);
        asset.Jobs.Clear();
        asset.Add(new(RenditionKind.Storyboard, 1, "storyboard.vtt", ["storyboard.vtt"], 90, 160, 10));
        asset.Add(new(RenditionKind.PosterCandidates, 1, "still-1.jpg", ["still-1.jpg"], 720, 1280, 10));
        await using var scope = desk.Portal.Data.Scope();
        var blobs = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        foreach (var key in asset.Renditions.SelectMany(made => made.Files.Select(file => BlobKey.Rendition(asset.Id, made.Attempt, file))).Append(BlobKey.Original(asset.Id)))
        {
            using var bytes = new MemoryStream("0123456789"u8.ToArray());
            await blobs.WriteAsync(key, bytes, Ct);
        }
        return await desk.AddAsync(piece, Ct);
    }

    private static async Task<(HttpStatusCode Status, string Body)> LookAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
