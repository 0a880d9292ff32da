namespace ShortsFactory.Dashboard.Tests;

public sealed class WritingSpecs(ChromiumFixture chromium, StudioFixture studio)
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task A_mistake_is_told_while_it_is_made_and_leads_to_its_line()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        var script = visit.Script;
        await visit.OpenAsync("new");

        await script.FillAsync("---\ntitle: Tides\ntemplate: bold-pup\n---\nThe sea comes and goes.");
        await Assertions.Expect(visit.Page.Locator("#script-state")).ToContainTextAsync("Did you mean 'bold-pop'?");
        await Assertions.Expect(script).ToHaveAttributeAsync("aria-invalid", "true");
        await visit.Button("Go to line 3").ClickAsync();

        Assert.Equal("template: bold-pup", await script.EvaluateAsync<string>("area => area.value.slice(area.selectionStart, area.selectionEnd)"));
        await visit.Page.Keyboard.TypeAsync("template: bold-pop");
        await Assertions.Expect(visit.Page.Locator("#script-state")).ToContainTextAsync("1 sentence, 5 words");
        await Assertions.Expect(script).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact(Timeout = Limit)]
    public async Task The_preview_is_the_real_picture_of_the_moment_that_is_chosen()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        var page = visit.Page;
        await visit.OpenAsync("new");
        await visit.Script.FillAsync("The sea comes and goes, twice a day, because of the moon. It never stops.");

        await visit.Button("Show preview").ClickAsync();
        var canvas = page.Locator("canvas");
        await Assertions.Expect(canvas).ToHaveAttributeAsync("width", "1080");
        var slider = page.GetByLabel("Moment of the preview");
        await Assertions.Expect(slider).ToBeEnabledAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('.preview-frame').hasAttribute('aria-busy')");
        var first = await PixelsAsync(canvas);

        await slider.FillAsync("3");
        await Assertions.Expect(canvas).ToHaveAttributeAsync("aria-label", "Preview of the short at 0:03");
        Assert.NotEqual(first, await PixelsAsync(canvas));
    }

    [Fact(Timeout = Limit)]
    public async Task A_draft_is_still_there_when_the_browser_comes_back()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("new");
        await visit.Script.FillAsync("Half a thought");
        await visit.Page.GetByLabel("Voice").SelectOptionAsync("flite:rms");

        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Script).ToHaveValueAsync("Half a thought");
        await Assertions.Expect(visit.Page.GetByLabel("Voice")).ToHaveValueAsync("flite:rms");
    }

    [Fact(Timeout = Limit)]
    public async Task A_template_is_shown_by_a_real_picture_and_taken_over_into_a_new_short()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("templates");

        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.gallery-picture img')?.naturalWidth === 405");
        await visit.Link("Use it: bounce").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "bounce" })).ToBeCheckedAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task A_voice_can_be_heard()
    {
        await using var visit = await chromium.VisitAsync(studio.Address);
        await visit.OpenAsync("voices");
        await visit.Page.GetByLabel("Search the voices").FillAsync("deep");
        var sound = visit.Page.WaitForResponseAsync(response => response.Url.Contains("sample.wav", StringComparison.Ordinal));

        await visit.Button("Listen to flite:rms").ClickAsync();

        Assert.Equal("audio/wav", (await sound).Headers["content-type"]);
        await Assertions.Expect(visit.Button("Listen to flite:rms")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(visit.Button("Listen to flite:rms")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    private static Task<string> PixelsAsync(ILocator canvas) => canvas.EvaluateAsync<string>("canvas => canvas.toDataURL('image/jpeg', 0.5)");
}
