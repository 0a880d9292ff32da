using System.Net.Http.Json;
using System.Text.Json;

namespace ShortsFactory.Dashboard.Tests;

public sealed class ListSpecs(ChromiumFixture chromium)
{
    private const int Limit = 180_000;
    private const int PageSize = 20;

    private static readonly string Long = string.Concat(Enumerable.Repeat("It goes on and on, and it never seems to end. ", 40));

    [Fact(Timeout = Limit)]
    public async Task A_long_list_is_shown_page_by_page_and_by_state()
    {
        await using var server = await ServerProgram.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        const int count = PageSize + 5;
        for (var number = 1; number <= count; number++)
        {
            await SubmitAsync(client, $"---\ntitle: Number {number}\nbackground: missing.mp4\n---\nHello.");
        }

        await using var visit = await chromium.VisitAsync(server.Address);
        await visit.OpenAsync("jobs?state=done");
        await Assertions.Expect(visit.Page.Locator(".empty h2")).ToHaveTextAsync("Nothing is finished yet");
        var failed = visit.Page.GetByRole(AriaRole.Group, new() { Name = "Show" }).GetByRole(AriaRole.Button, new() { Name = "Failed" });
        await Assertions.Expect(failed).ToContainTextAsync($"{count}");
        await failed.ClickAsync();

        var rows = visit.Page.Locator(".row");
        await Assertions.Expect(rows).ToHaveCountAsync(PageSize);
        await Assertions.Expect(rows.First).ToContainTextAsync($"Number {count}");
        await visit.Button("Show older jobs").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(count);
        await Assertions.Expect(rows.Nth(PageSize).Locator(".row-title")).ToBeFocusedAsync();
        await Assertions.Expect(rows.Last).ToContainTextAsync("Number 1");
        await Assertions.Expect(visit.Button("Show older jobs")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Limit)]
    public async Task Whoever_is_in_a_hurry_gets_in_front_of_the_queue()
    {
        await using var server = await ServerProgram.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        for (var worker = 0; worker < ServerProgram.Slots; worker++)
        {
            await SubmitAsync(client, Long);
        }

        var id = await SubmitAsync(client, "---\ntitle: In a hurry\n---\nQuick.");
        await using var visit = await chromium.VisitAsync(server.Address);
        await visit.OpenAsync("jobs");
        await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByLabel("Priority of In a hurry").SelectOptionAsync("9"), response => response.Request.Method == "PATCH" && response.Ok);

        await visit.OpenAsync($"jobs/{id}");
        await Assertions.Expect(visit.Page.GetByLabel("Priority of In a hurry")).ToHaveValueAsync("9");
        Assert.Equal(9, (await client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}")).GetProperty("priority").GetInt32());
        await visit.Button("Cancel").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".job-state .pill")).ToHaveTextAsync("Cancelled");
    }

    [Fact(Timeout = Limit)]
    public async Task A_server_that_was_away_is_noticed_and_what_was_missed_is_made_up_for()
    {
        await using var server = await ServerProgram.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        await using var visit = await chromium.VisitAsync(server.Address);
        await visit.OpenAsync("jobs");
        await Assertions.Expect(visit.Page.Locator("#health")).ToContainTextAsync("Ready");

        await server.StopAsync();
        await Assertions.Expect(visit.Page.Locator("#health")).ToContainTextAsync("Not connected");
        await server.StartAgainAsync();
        var id = await SubmitAsync(client, "---\ntitle: Meanwhile\nbackground: missing.mp4\n---\nHello.");

        await Assertions.Expect(visit.Page.Locator($".row[data-job='{id}']")).ToHaveAttributeAsync("data-state", "failed");
        await Assertions.Expect(visit.Page.Locator("#health")).ToContainTextAsync("Ready");
    }

    private static async Task<string> SubmitAsync(HttpClient client, string script)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/jobs", new { script });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
