using System.Globalization;

namespace ShortsFactory.Dashboard.Tests;

public sealed class ScheduleSpecs(ChromiumFixture chromium, StudioFixture studio)
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task The_form_tells_the_next_runs_while_it_is_filled_in()
    {
        await using var visit = await OpenFormAsync();
        var runs = visit.Page.Locator(".schedule-preview time");
        await Assertions.Expect(runs).ToHaveCountAsync(10);

        await visit.Page.GetByLabel("How often").SelectOptionAsync("weekly");
        await visit.Page.GetByLabel("Time zone").SelectOptionAsync("Europe/Berlin");
        await visit.Page.GetByLabel("At", new() { Exact = true }).FillAsync("18:15");

        await Assertions.Expect(runs.First).ToContainTextAsync("18:15");
        var days = (await runs.AllAsync()).Select(async run => (await run.TextContentAsync())![..3]);
        Assert.Equal(["Fri", "Mon", "Thu", "Tue", "Wed"], (await Task.WhenAll(days)).Distinct().Order());

        await visit.Page.GetByLabel("How often").SelectOptionAsync("cron");
        await visit.Page.GetByLabel("Cron expression").FillAsync("every morning");
        await Assertions.Expect(visit.Page.Locator(".next-runs")).ToContainTextAsync("'every morning' is no cron expression");
    }

    [Fact(Timeout = Limit)]
    public async Task A_schedule_is_added_paused_run_at_once_and_removed()
    {
        await using var visit = await OpenFormAsync();
        var page = visit.Page;
        var name = string.Create(CultureInfo.InvariantCulture, $"Tides {Guid.NewGuid():N}");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByText("A text", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Script", new() { Exact = true }).FillAsync("---\ntitle: The tide of today\nformat: 720x1280\n---\nThe sea is low.");
        await visit.Button("Add the schedule").ClickAsync();

        var item = page.Locator($"[data-schedule='{name}']");
        await Assertions.Expect(item).ToContainTextAsync("“The sea is low.”");
        await Assertions.Expect(item).ToContainTextAsync("Every day at 07:30");
        await visit.Button($"Pause: {name}").ClickAsync();
        await Assertions.Expect(item).ToContainTextAsync("when resumed");
        await visit.Button($"Run now: {name}").ClickAsync();
        await item.GetByRole(AriaRole.Link, new() { Name = "See it" }).ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("The tide of today");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync($"Schedule: {name}");

        await visit.OpenAsync("schedules");
        await visit.Button($"Remove: {name}").ClickAsync();
        await visit.Button("Remove").ClickAsync();
        await Assertions.Expect(item).ToHaveCountAsync(0);
    }

    private async Task<Visit> OpenFormAsync()
    {
        var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("schedules");
        await visit.Button("New schedule").First.ClickAsync();
        return visit;
    }
}
