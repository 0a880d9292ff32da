using ShortsFactory.Dashboard.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]
[assembly: AssemblyFixture(typeof(StudioFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace ShortsFactory.Dashboard.Tests;

/// <summary>Debian's Chromium, one process for all tests; each test has a profile of its own in it.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const float TimeLimit = 20_000;

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(TimeLimit);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Switches, Timeout = TimeLimit });
    }

    /// <summary>Opens a page in a fresh profile.</summary>
    public async Task<Visit> VisitAsync(string address, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(TimeLimit);
        return new Visit(context, await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
