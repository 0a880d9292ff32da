namespace ShortsFactory.Dashboard.Tests;

public sealed class MakingSpecs(ChromiumFixture chromium, StudioFixture studio)
{
    private const int Limit = 180_000;
    private const float WhileItIsMade = 120_000;

    private const string Short = "---\ntitle: Night train\nformat: 720x1280\n---\nThe night train leaves at **ten**. Nobody is on it.";

    private static readonly string Long = "---\ntitle: The long way\n---\n" + string.Concat(Enumerable.Repeat("It goes on and on, and it never seems to end. ", 30));

    [Fact(Timeout = Limit)]
    public async Task A_script_that_is_written_and_sent_becomes_a_film_that_plays_with_its_captions()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        var page = visit.Page;
        await visit.OpenAsync("new");

        await visit.Script.FillAsync(Short);
        await Assertions.Expect(page.Locator("#script-state")).ToContainTextAsync("2 sentences, 10 words");
        await visit.Button("Make the short").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Night train" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".job-state .pill")).ToHaveTextAsync("Done", new() { Timeout = WhileItIsMade });

        var film = page.Locator("video");
        await film.EvaluateAsync("film => { film.muted = true; return film.play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 0.5");
        Assert.Equal((720, 1280), (await film.EvaluateAsync<int>("film => film.videoWidth"), await film.EvaluateAsync<int>("film => film.videoHeight")));
        Assert.True(await film.EvaluateAsync<int>("film => film.textTracks[0].cues.length") > 0);
        await Assertions.Expect(page.Locator(".cue").First).ToContainTextAsync("The night train leaves at ten.");
    }

    [Fact(Timeout = Limit)]
    public async Task A_job_moves_on_in_the_list_by_itself_and_stops_when_it_is_cancelled()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("jobs");

        var id = await studio.SubmitAsync(Long);
        var row = visit.Page.Locator($".row[data-job='{id}']");
        await Assertions.Expect(row).ToHaveAttributeAsync("data-state", "running");
        await visit.Page.WaitForFunctionAsync($"() => Number(document.querySelector(\".row[data-job='{id}'] [role=progressbar]\").getAttribute('aria-valuenow')) > 0");

        await row.GetByRole(AriaRole.Button, new() { Name = "Cancel The long way" }).ClickAsync();
        await visit.Button("Stop it").ClickAsync();
        await Assertions.Expect(row.Locator(".pill")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(visit.Page.Locator("#announcer")).ToHaveTextAsync("The long way: Cancelled");

        await row.GetByRole(AriaRole.Button, new() { Name = "Retry The long way" }).ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("data-state", "running");
        await row.GetByRole(AriaRole.Button, new() { Name = "Cancel The long way" }).ClickAsync();
        await visit.Button("Stop it").ClickAsync();
        await Assertions.Expect(row.Locator(".pill")).ToHaveTextAsync("Cancelled");

        await row.GetByRole(AriaRole.Button, new() { Name = "Delete The long way" }).ClickAsync();
        await visit.Button("Delete").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Limit)]
    public async Task What_the_keyboard_alone_can_do_is_everything_from_the_first_page_to_the_finished_job()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await visit.OpenAsync("jobs");
        await Assertions.Expect(page.Locator(".row").First).ToBeVisibleAsync();

        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        await keyboard.PressAsync("Shift+Tab");
        await FocusAsync(page, visit.Link("New short"), "Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main h1")).ToBeFocusedAsync();

        await FocusAsync(page, visit.Script, "Tab");
        await keyboard.InsertTextAsync(Short.Replace("Night train", "By hand", StringComparison.Ordinal));
        await FocusAsync(page, page.GetByRole(AriaRole.Radio, new() { Name = "As the script says" }).First, "Tab");
        await keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "bold-pop" })).ToBeCheckedAsync();
        await FocusAsync(page, visit.Button("Make the short"), "Tab");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("By hand");
        await Assertions.Expect(page.Locator(".job-state .pill")).ToHaveTextAsync("Done", new() { Timeout = WhileItIsMade });
        await FocusAsync(page, page.GetByRole(AriaRole.Tab, new() { Name = "Captions" }), "Tab");
        await keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("title: By hand");
    }

    /// <summary>Presses a key until something has the focus, and no more often than a patient person would.</summary>
    private static async Task FocusAsync(IPage page, ILocator target, string key)
    {
        const int patience = 40;
        for (var presses = 0; presses < patience; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{target} was not reached by {key}.");
    }
}
