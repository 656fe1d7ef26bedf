using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>The link's own addresses: recognised while typing, handed in with a key.</summary>
public sealed class LinkEndpointTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("看看 https://v.douyin.com/iRNBho6u/ 复制", null, "识别到：抖音 · 链接 1 个", 1)]
    [InlineData("https://b23.tv/GIxeXkP https://example.org/x", null, "识别到：B站 · 链接 2 个", 2)]
    [InlineData("https://example.org/x", null, "识别到：网页 · 链接 1 个", 1)]
    [InlineData("https://www.douyin.com/", "link-home", null, 1)]
    [InlineData("https://v.douyin.com/abc/ https://b23.tv/GIxeXkP https://example.org/x", null, "识别到：抖音、B站 · 链接 3 个", 3)]
    [InlineData("https://weixin.qq.com/sph/A1ri7B", null, "识别到：视频号 · 链接 1 个。视频号的视频编辑取不到，手机里有原片的话，请改用“传视频”交来。", 1)]
    [InlineData("链接: https://pan.baidu.com/s/1NI7k_QY 提取码: 6zg9", null, "识别到：百度网盘 · 链接 1 个 · 提取码 6zg9", 1)]
    [InlineData("https://drive.uc.cn/s/6e1ab4c0b8a24 提取码：6zg9 有效期：7天", null, "识别到：UC网盘 · 链接 1 个 · 提取码 6zg9 · 7天", 1)]
    [InlineData("https://pan.quark.cn/s/b4bae4c9b4d0", null, "识别到：夸克网盘 · 链接 1 个。没有看到提取码，如果有，请一起写上。", 1)]
    [InlineData("https://live.bilibili.com/22", "link-live", null, 1)]
    [InlineData("明天再发", "link-missing", null, 0)]
    [InlineData("http://127.0.0.1/", "link-refused", null, 0)]
    public async Task The_form_is_told_what_was_pasted(string text, string? code, string? sentence, int links)
    {
        using var answer = await _client.PostAsJsonAsync("/api/v1/links/recognise", new { text }, Ct);

        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((200, code, sentence ?? RefusalTexts.Of(code!)), ((int)answer.StatusCode, said.GetProperty("code").GetString(), said.GetProperty("sentence").GetString()));
        Assert.Equal(links, said.GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task A_link_handed_in_twice_with_one_key_is_one_piece()
    {
        var key = Guid.NewGuid().ToString("N");

        var first = await SubmitAsync(key, 202);
        var again = await SubmitAsync(key, 202);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        using var status = await _client.PostAsJsonAsync(first.GetProperty("status").GetString(), new { receipt = first.GetProperty("receipt").GetString() }, Ct);
        Assert.Equal(200, (int)status.StatusCode);
        Assert.Equal(first.GetProperty("number").GetString(), (await status.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("number").GetString());
    }

    /// <summary>Its letters are written as six signs each, more than an index of PostgreSQL takes; two of them are still told apart by their ends.</summary>
    [Fact]
    public async Task The_longest_address_of_foreign_letters_is_taken_as_any_other()
    {
        var chance = new Random(20261128);
        var address = $"https://example.org/{string.Concat(Enumerable.Range(0, 1900).Select(_ => (char)chance.Next('\u048A', '\u0530')))}";

        var first = await SubmitAsync(Guid.NewGuid().ToString("N"), 202, address);
        var same = await SubmitAsync(Guid.NewGuid().ToString("N"), 202, address);
        var other = await SubmitAsync(Guid.NewGuid().ToString("N"), 202, $"{address}ж");

        var keys = new[] { await KeyAsync(first), await KeyAsync(same), await KeyAsync(other) };
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public async Task Without_a_key_or_with_a_live_room_the_answer_is_a_problem()
    {
        Assert.Equal("idempotency-key-invalid", (await SubmitAsync("short", 400)).GetProperty("code").GetString());
        Assert.Equal("form-invalid", (await SubmitAsync(Guid.NewGuid().ToString("N"), 400, "https://live.douyin.com/123")).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("gbk", 415)]
    [InlineData("utf-16", 415)]
    [InlineData("bogus", 415)]
    [InlineData("UTF-8", 200)]
    public async Task JSON_that_says_to_be_anything_but_UTF_8_is_refused_with_a_sentence(string charset, int status)
    {
        using var body = new StringContent("""{"text":"https://b23.tv/GIxeXkP"}""");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"application/json; charset={charset}");

        using var answer = await _client.PostAsync(new Uri("/api/v1/links/recognise", UriKind.Relative), body, Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status is 415)
            await Refused.WithAsync(415, "content-type-invalid", answer);
    }

    [Fact]
    public async Task Recognising_has_an_allowance_of_its_own()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:RecognitionsPerMinute"] = "2", ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client();
        for (var asked = 0; asked < 2; asked++)
            (await client.PostAsJsonAsync("/api/v1/links/recognise", new { text = "https://b23.tv/GIxeXkP" }, Ct)).EnsureSuccessStatusCode().Dispose();

        using var third = await client.PostAsJsonAsync("/api/v1/links/recognise", new { text = "https://b23.tv/GIxeXkP" }, Ct);

        await Refused.WithAsync(429, "too-many-requests", third);
        await LinkCalls.ExpectAsync(client, 202, Forms.Link(), Guid.NewGuid().ToString("N")); // and handing in is not touched by it
    }

    private async Task<string> KeyAsync(JsonElement taken)
    {
        var number = taken.GetProperty("number").GetString();
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Submissions.Where(piece => piece.Number == number).SelectMany(piece => piece.Links).Select(link => link.Key).SingleAsync(Ct);
    }

    private async Task<JsonElement> SubmitAsync(string key, int status, string? pasted = null)
    {
        var form = Forms.Link();
        form["linkText"] = pasted ?? form["linkText"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions/links") { Content = JsonContent.Create(form) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await _client.SendAsync(request, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True((int)answer.StatusCode == status, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
