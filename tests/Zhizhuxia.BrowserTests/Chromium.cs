using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests;

/// <summary>One real Chromium for a test class; each page has a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _test;

    /// <summary>How long a page may take for one thing; long, because the machine may have much else to do, and what never comes fails all the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium", Timeout = (float)Patience.TotalMilliseconds,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
            ],
        });
    }

    /// <summary>A phone: 375 × 812, touch.</summary>
    public Task<IPage> PhoneAsync(Uri address, ColorScheme colours = ColorScheme.Light, bool scripts = true) => OpenAsync(address, 375, 812, colours, touch: true, scripts);

    /// <summary>A desk: 1280 × 900.</summary>
    public Task<IPage> DeskAsync(Uri address, ColorScheme colours = ColorScheme.Light) => OpenAsync(address, 1280, 900, colours, touch: false, scripts: true);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>What the test before has left open is closed: its films, clocks and open connections would go on beside this one.</summary>
    private async Task BeginAsync()
    {
        var test = TestContext.Current.Test?.UniqueID;
        if (test == _test)
            return;
        _test = test;
        foreach (var context in _browser!.Contexts.ToArray())
            await context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(Uri address, int width, int height, ColorScheme colours, bool touch, bool scripts)
    {
        await BeginAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, HasTouch = touch, JavaScriptEnabled = scripts, Locale = "zh-CN",
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }
}
