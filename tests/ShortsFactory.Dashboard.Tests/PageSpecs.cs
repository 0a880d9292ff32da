using System.Diagnostics;
using Deque.AxeCore.Playwright;

namespace ShortsFactory.Dashboard.Tests;

public sealed class PageSpecs(ChromiumFixture chromium, StudioFixture studio)
{
    private const int Limit = 120_000;
    private const long FirstViewBytes = 300_000;

    private static readonly string[] Serious = ["serious", "critical"];

    public static TheoryData<string, ColorScheme> Pages => new(
        from view in (string[])["jobs", "jobs/DONE", "jobs/FAILED", "new", "templates", "voices", "schedules", "workers"]
        from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
        select (view, scheme));

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Pages))]
    public async Task Nothing_serious_stands_in_anyones_way(string view, ColorScheme scheme)
    {
        await using var visit = await chromium.VisitAsync(studio.Address, new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        await visit.OpenAsync(Filled(view));
        await SettleAsync(visit);

        var found = (await visit.Page.RunAxe()).Violations.Where(violation => Serious.Contains(violation.Impact)).ToArray();

        Assert.True(found.Length == 0, string.Join('\n', found.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")));
    }

    [Theory(Timeout = Limit)]
    [InlineData("jobs")]
    [InlineData("jobs/DONE")]
    [InlineData("jobs/FAILED")]
    [InlineData("new")]
    [InlineData("templates")]
    [InlineData("voices")]
    [InlineData("schedules")]
    [InlineData("workers")]
    public async Task A_small_phone_has_room_for_every_page(string view)
    {
        const int width = 360;
        await using var visit = await chromium.VisitAsync(studio.Address, new() { ViewportSize = new() { Width = width, Height = 740 }, IsMobile = true, HasTouch = true });
        await visit.OpenAsync(Filled(view));
        await SettleAsync(visit);

        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact(Timeout = Limit)]
    public async Task The_first_view_is_light()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        var sizes = new List<Task<long>>();
        visit.Page.RequestFinished += (_, request) => sizes.Add(SizeAsync(request));
        var started = Stopwatch.GetTimestamp();
        await visit.OpenAsync("jobs");
        await Assertions.Expect(visit.Page.Locator(".row").First).ToBeVisibleAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        await SettleAsync(visit);

        var bytes = (await Task.WhenAll(sizes)).Sum();

        Assert.InRange(bytes, 1, FirstViewBytes);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes in {sizes.Count} requests; the first job stood after {elapsed.TotalMilliseconds:0} ms");
    }

    [Fact(Timeout = Limit)]
    public async Task What_a_script_says_is_text_and_nothing_else()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("jobs");
        await Assertions.Expect(visit.Page.Locator($".row[data-job='{studio.DoneId}'] .row-title")).ToHaveTextAsync(StudioFixture.DoneTitle);

        await visit.OpenAsync($"jobs/{studio.DoneId}");

        await Assertions.Expect(visit.Page.Locator("main h1")).ToHaveTextAsync(StudioFixture.DoneTitle);
        await Assertions.Expect(visit.Page.Locator("main h1 b, main img[src=x]")).ToHaveCountAsync(0);
        Assert.NotEqual("broken into", await visit.Page.TitleAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task A_failure_says_what_was_wrong_and_what_to_do()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync($"jobs/{studio.FailedId}");

        var alert = visit.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("line 3: the background 'missing.mp4' does not exist");
        await Assertions.Expect(alert).ToContainTextAsync("generated:aurora");
        await visit.Link("Correct the script").ClickAsync();
        await Assertions.Expect(visit.Script).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("background: missing.mp4"));
    }

    [Fact(Timeout = Limit)]
    public async Task Colours_are_the_systems_until_the_reader_chooses()
    {
        await using var visit = await chromium.VisitAsync(studio.Address, new() { ColorScheme = ColorScheme.Dark });
        await visit.OpenAsync("jobs");
        Assert.Equal("dark", await SchemeAsync(visit));

        await visit.Button("Colours: System. Change").ClickAsync();
        Assert.Equal("light", await SchemeAsync(visit));
        await visit.Page.ReloadAsync();

        Assert.Equal("light", await SchemeAsync(visit));
    }

    private static Task<string> SchemeAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor === 'rgb(18, 19, 22)' ? 'dark' : 'light'");

    private static async Task<long> SizeAsync(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }

    /// <summary>Waits until nothing is being loaded; the stream of events never ends, so that the network alone does not tell.</summary>
    private static async Task SettleAsync(Visit visit)
    {
        await visit.Page.WaitForFunctionAsync("() => !document.querySelector('.loading') && [...document.images].every(image => image.loading === 'lazy' || image.complete)");
        await visit.Page.WaitForTimeoutAsync(300);
    }

    private string Filled(string view) =>
        view.Replace("DONE", studio.DoneId, StringComparison.Ordinal).Replace("FAILED", studio.FailedId, StringComparison.Ordinal);
}
