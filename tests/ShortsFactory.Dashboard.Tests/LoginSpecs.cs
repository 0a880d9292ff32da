namespace ShortsFactory.Dashboard.Tests;

public sealed class LoginSpecs(ChromiumFixture chromium)
{
    private const int Limit = 180_000;
    private const float WhileItIsMade = 120_000;

    [Fact(Timeout = Limit)]
    public async Task A_protected_server_asks_for_a_key_and_shows_everything_with_it()
    {
        await using var server = await ServerProgram.StartProtectedAsync();
        await using var visit = await chromium.VisitAsync(server.Address);
        var page = visit.Page;
        await visit.OpenAsync("new");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("This server is protected");

        await page.GetByLabel("API key").FillAsync("not-a-key");
        await visit.Button("Open the dashboard").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not know this key");

        await page.GetByLabel("API key").FillAsync(server.Key);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("New short");

        await visit.Script.FillAsync("---\ntitle: Behind a door\nformat: 720x1280\n---\nNobody comes in without a key.");
        await visit.Button("Make the short").ClickAsync();
        await Assertions.Expect(page.Locator(".job-state .pill")).ToHaveTextAsync("Done", new() { Timeout = WhileItIsMade });
        await page.Locator("video").EvaluateAsync("film => { film.muted = true; return film.play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0.3");
        await Assertions.Expect(page.Locator(".cue").First).ToContainTextAsync("Nobody comes in without a key.");
        var download = await page.RunAndWaitForDownloadAsync(() => visit.Link("Download").ClickAsync());
        Assert.Equal("Behind-a-door.mp4", download.SuggestedFilename);

        await visit.OpenAsync("jobs");
        await page.WaitForFunctionAsync("() => document.querySelector('.thumb img')?.naturalWidth > 0");
        await visit.Button("Sign out").ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("This server is protected");
    }
}
