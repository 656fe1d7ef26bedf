using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Intake;

namespace Zhizhuxia.FunctionalTests.Admin;

/// <summary>接口密钥 through its page.</summary>
public sealed partial class ApiKeysTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private const string Page = "/desk/settings/keys";
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    [Fact]
    public async Task A_key_is_shown_once_works_shows_its_last_use_and_is_revoked()
    {
        using var client = newsroom.Portal.Client();
        using var zhou = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(zhou);
        var partner = $"合作方{Guid.NewGuid():N}"[..20];

        var made = await zhou.PostAsync(Page, new() { ["Partner"] = partner, ["Scopes"] = nameof(ApiScope.LinksWrite) });
        var key = ShownKey().Match(made.Html).Value;
        var unused = await zhou.GetAsync(Page);
        await LinkCalls.ExpectAsync(client, 202, Forms.Link(), Guid.NewGuid().ToString("N"), key);
        var used = await zhou.GetAsync(Page);
        var row = await RowAsync(partner);
        await zhou.PostAsync($"{Page}?handler=Revoke&id={row.Id}", []);
        using var refused = await LinkCalls.SendAsync(client, Forms.Link(), Guid.NewGuid().ToString("N"), key);

        Assert.Equal(47, key.Length);
        Assert.DoesNotContain(key, unused.Html, StringComparison.Ordinal);
        Assert.Contains("还没用过", unused.Html, StringComparison.Ordinal);
        Assert.NotNull(row.LastUsedAt);
        Assert.DoesNotContain("还没用过", RowOf(used.Html, partner), StringComparison.Ordinal);
        Assert.NotEqual(key, row.Hash);
        await Refused.WithAsync(401, "api-key-invalid", refused);
        Assert.NotNull((await RowAsync(partner)).RevokedAt);
        var record = WebUtility.HtmlDecode((await zhou.GetAsync("/desk/editors/record")).Html);
        Assert.Contains($"开接口密钥</span> {partner} {key[..8]}…，权限 links:write", record, StringComparison.Ordinal);
        Assert.Contains($"撤销接口密钥</span> {partner} {key[..8]}…", record, StringComparison.Ordinal);
        Assert.DoesNotContain(key, record, StringComparison.Ordinal);
    }

    /// <summary>As F5 does.</summary>
    [Fact]
    public async Task A_form_sent_twice_makes_one_key()
    {
        using var zhou = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(zhou);
        var form = new Dictionary<string, string> { ["NewId"] = $"{Guid.CreateVersion7()}", ["Partner"] = $"合作方{Guid.NewGuid():N}"[..20], ["Scopes"] = nameof(ApiScope.LinksWrite) };

        var first = await zhou.PostAsync(Page, form);
        var second = await zhou.PostAsync(Page, form);

        Assert.NotEmpty(ShownKey().Match(first.Html).Value);
        Assert.StartsWith("这张表已经开出一个密钥了", second.Refusal, StringComparison.Ordinal);
        await RowAsync(form["Partner"]);
    }

    [Theory]
    [InlineData("甲", nameof(ApiScope.LinksWrite), "合作方请写")]
    [InlineData("市文旅局", null, "请至少选一项权限")]
    [InlineData("市文旅局", "Everything", "请至少选一项权限")]
    public async Task A_key_without_partner_or_scope_is_not_made(string partner, string? scope, string sentence)
    {
        using var zhou = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(zhou);
        var before = await CountAsync();

        var refused = await zhou.PostAsync(Page, scope is null ? new() { ["Partner"] = partner } : new() { ["Partner"] = partner, ["Scopes"] = scope });

        Assert.StartsWith(sentence, refused.Refusal, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    private static string RowOf(string html, string partner) => html[html.IndexOf(partner, StringComparison.Ordinal)..].Split("</tr>")[0];

    private async Task<ApiKey> RowAsync(string partner)
    {
        await using var db = newsroom.Portal.Data.OpenDb();
        return await db.ApiKeys.AsNoTracking().SingleAsync(key => key.Partner == partner, TestContext.Current.CancellationToken);
    }

    private async Task<int> CountAsync()
    {
        await using var db = newsroom.Portal.Data.OpenDb();
        return await db.ApiKeys.CountAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("zzx_[0-9A-Za-z_-]{43}")]
    private static partial Regex ShownKey();
}
