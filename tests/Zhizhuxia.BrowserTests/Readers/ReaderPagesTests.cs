using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>What holds for every page a reader can open.</summary>
public sealed partial class ReaderPagesTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private const int HeaviestForm = 60 * 1024;

    private static readonly string[] Paths =
    [
        "/", "/submit", "/submit/receipt", "/status", "/original", "/v/AAAAAA", "/nothing-here", "/account/login", "/account/first", "/account/invitation",
    ];

    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            TheoryData<string, ColorScheme> pages = [];
            foreach (var path in Paths)
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
    public async Task What_a_finger_touches_is_at_least_44_pixels_wide_and_high()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        List<string> small = [];
        foreach (var path in Paths)
        {
            await page.GotoAsync(path);
            await page.UnfoldAsync();
            small.AddRange(await Finger.SmallTargetsAsync(page));
        }

        Assert.True(small.Count == 0, string.Join('\n', small));
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
