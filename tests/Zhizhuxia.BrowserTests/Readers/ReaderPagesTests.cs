using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>What holds for every page a reader can open.</summary>
public sealed partial class ReaderPagesTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private const int HeaviestForm = 60 * 1024;

    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            TheoryData<string, ColorScheme> pages = [];
            foreach (var path in new[]
            {
                "/", "/submit", "/submit/receipt", "/status", "/original", "/v/AAAAAA", "/nothing-here", "/account/login", "/account/first", "/account/invitation",
            })
            {
                pages.Add(path, ColorScheme.Light);
                pages.Add(path, ColorScheme.Dark);
            }
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string path, ColorScheme colours)
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, colours);
        await page.GotoAsync(path);

        Assert.Empty(await page.BarriersAsync());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_the_window_and_nothing_breaks_the_content_policy(string path, ColorScheme colours)
    {
        foreach (var page in new[] { await readers.Chromium.PhoneAsync(readers.Portal.Address, colours), await readers.Chromium.DeskAsync(readers.Portal.Address, colours) })
        {
            List<string> complaints = [];
            page.Console += (_, message) => { if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal)) complaints.Add(message.Text); };
            page.PageError += (_, error) => complaints.Add(error);
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

            Assert.Equal((path, 0), (path, excess));
            Assert.Empty(complaints);
        }
    }

    [Fact]
    public async Task What_a_finger_touches_is_at_least_44_pixels_high()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        await page.GotoAsync("/submit");

        var small = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll("a, button, input:not([type=hidden], [type=radio], [type=checkbox]), textarea, select, label.option, label.consent, label.choice")]
              .filter(e => e.offsetParent && !e.matches(".skip, p a, p button, li a") && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 80))
            """);

        Assert.Empty(small);
    }

    [Fact]
    public async Task The_form_weighs_at_most_60_KiB_with_all_it_loads()
    {
        var ct = TestContext.Current.CancellationToken;
        using var client = readers.Portal.Client();
        var html = await client.GetStringAsync(new Uri("/submit", UriKind.Relative), ct);

        var weight = Compressed(System.Text.Encoding.UTF8.GetBytes(html));
        foreach (Match asset in Asset().Matches(html))
            weight += Compressed(await client.GetByteArrayAsync(new Uri(asset.Groups[1].Value, UriKind.Relative), ct));

        Assert.InRange(weight, 10_000, HeaviestForm);
    }

    private static long Compressed(byte[] content)
    {
        using var sink = new MemoryStream();
        using (var gzip = new GZipStream(sink, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return sink.Length;
    }

    [GeneratedRegex("""(?:src|href)="(/(?:dist/[^"]+|icon[^"]*\.svg))["]""")]
    private static partial Regex Asset();
}
