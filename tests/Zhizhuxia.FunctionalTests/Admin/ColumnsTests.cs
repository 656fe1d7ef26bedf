using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Admin;

public sealed class ColumnsTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private const string Page = "/desk/settings/columns";
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    [Fact]
    public async Task Columns_open_change_places_and_close()
    {
        using var zhou = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));
        await Colleagues.EnrolAsync(zhou);
        foreach (var name in new[] { "视·记者节", "视·街坊" })
            await zhou.PostAsync(Page, new() { ["Name"] = name, ["Motto"] = "" });
        var first = (await ColumnsAsync())[0];

        await zhou.PostAsync($"{Page}?handler=Move&id={first.Id}", new() { ["by"] = "1" });
        await zhou.PostAsync($"{Page}?handler=Change&id={first.Id}", new() { ["Name"] = "视·记者节", ["Motto"] = "记者的一天" });
        var untouched = await zhou.PostAsync($"{Page}?handler=Change&id={first.Id}", new() { ["Name"] = "视·记者节", ["Motto"] = "记者的一天" });
        var taken = await zhou.PostAsync(Page, new() { ["Name"] = "视·街坊" });
        var nameless = await zhou.PostAsync(Page, new() { ["Name"] = "视" });

        Assert.Equal([("视·街坊", true), ("视·记者节", false)], (await ColumnsAsync()).Select(column => (column.Name, column.Open)));
        Assert.StartsWith("内容没有改动", untouched.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("已经有这个名字的栏目了", taken.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("栏目名称请写", nameless.Refusal, StringComparison.Ordinal);
        var history = WebUtility.HtmlDecode((await zhou.GetAsync("/desk/settings/history")).Html);
        Assert.Contains("全部 4 条记录核对无误", history, StringComparison.Ordinal);
        Assert.Contains("栏目：视·记者节", history, StringComparison.Ordinal);
        Assert.Contains("记者的一天", history, StringComparison.Ordinal);
    }

    private async Task<List<Column>> ColumnsAsync()
    {
        await using var db = newsroom.Portal.Data.OpenDb();
        return await db.Columns.AsNoTracking().OrderBy(column => column.Position).ToListAsync(TestContext.Current.CancellationToken);
    }
}
