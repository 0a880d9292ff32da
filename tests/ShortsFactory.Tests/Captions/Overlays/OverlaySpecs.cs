using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Captions;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Overlays;
using ShortsFactory.Pipeline;
using ShortsFactory.Templates;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Tests.Captions.Overlays;

public sealed class OverlaySpecs
{
    private static readonly string[] Titles = ["Wow", "Why octopuses have three hearts", "Everything that nobody ever tells you about the secret lives of octopuses in the deep sea", "Otorhinolaryngologically"];

    private readonly CaptionStage _stage = new(Options.Create(new CaptionsOptions()), Drawn.Templates);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> TemplatesAndFormats => new([.. Drawn.TemplateNames], [.. PictureFormat.Names.Take(4)]);

    [Fact]
    public async Task All_of_them_are_drawn_as_approved()
    {
        await using var run = new TestRun();
        var draft = Draft(run, ("hook", "on"), ("progress", "on"), ("watermark", "@channel"), ("end-card", "Follow for more"));

        var captions = (await _stage.RunAsync(draft, run.Context, Token)).Captions!;

        Golden.Matches(await File.ReadAllTextAsync(captions.AssPath, Token), "overlays.ass");
        Assert.Empty(captions.Images);
    }

    [Theory]
    [MemberData(nameof(TemplatesAndFormats))]
    public void A_hook_is_inside_the_safe_zone_and_never_on_captions(string name, string format)
    {
        var template = Drawn.Templates.Load(name, PictureFormat.Parse(format));
        foreach (var title in Titles)
        {
            var shown = template with { Overlays = template.Overlays with { Hook = template.Overlays.Hook with { Show = Switch.On } } };
            var (groups, overlays, hook) = Write(shown, title);

            Assert.NotNull(hook);
            Assert.InRange(hook.Value.Left, template.SafeZone.Left, template.SafeZone.Right);
            Assert.InRange(hook.Value.Right, template.SafeZone.Left, template.SafeZone.Right);
            Assert.InRange(hook.Value.Top, template.SafeZone.Top, template.SafeZone.Bottom);
            Assert.InRange(hook.Value.Bottom, template.SafeZone.Top, template.SafeZone.Bottom);
            Assert.All(
                groups.Where(group => group.Group.Start < shown.Overlays.Hook.Duration && group.Group.Start >= overlays.CaptionsFrom),
                group => Assert.True(group.Ink.Top > hook.Value.Bottom || group.Ink.Bottom < hook.Value.Top, $"{title}: {hook} is on {group.Ink}"));
        }
    }

    [Theory]
    [MemberData(nameof(TemplatesAndFormats))]
    public void Captions_of_every_template_are_inside_the_safe_zone_of_every_format(string name, string format)
    {
        var template = Drawn.Templates.Load(name, PictureFormat.Parse(format));
        using var drawn = new Drawn(Narrated.Octopus, template);

        var (zone, margins) = (template.SafeZone, template.Margins);
        Assert.All(drawn.Groups.Select(group => group.Ink), ink =>
        {
            Assert.InRange(ink.Left, zone.Left + margins.Left - 1, zone.Right);
            Assert.InRange(ink.Right, zone.Left, zone.Right - margins.Right + 1);
            Assert.InRange(ink.Top, zone.Top, zone.Bottom);
            Assert.InRange(ink.Bottom, zone.Top, zone.Bottom);
        });
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(3.0, 0.25)]
    [InlineData(6.0, 0.5)]
    [InlineData(11.0, 0.9167)]
    public async Task A_progress_bar_is_as_long_as_the_share_that_has_gone_by(double seconds, double share)
    {
        await using var run = new TestRun();
        var draft = Draft(run, ("progress", "{edge: top, height: 12, track: '#00000000'}"));
        var captions = (await _stage.RunAsync(draft, run.Context, Token)).Captions!;
        var ass = string.Join('\n', (await File.ReadAllLinesAsync(captions.AssPath, Token)).Where(line => !line.StartsWith("Dialogue:", StringComparison.Ordinal) || line.Contains("\\clip", StringComparison.Ordinal)));

        var picture = await Picture.RenderAsync(run.Scope, ass, captions.FontDirectory, TimeSpan.FromSeconds(seconds), background: 0, Token);

        // The bar lies between the sides that are as far from the middle as the nearer edge of the safe zone: 190 to 890.
        var lit = Enumerable.Range(0, 1080).Count(x => picture.At(x, 276) > 128);
        Assert.InRange(lit, (700 * share) - 1.5, (700 * share) + 1.5);
    }

    [Fact]
    public async Task Pictures_lie_in_their_corner_and_above_the_call()
    {
        await using var run = new TestRun();
        var logo = run.Scope.PathOf("logo.png");
        using (var bitmap = new SkiaSharp.SKBitmap(200, 100))
        using (var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100))
        {
            await File.WriteAllBytesAsync(logo, data.ToArray(), Token);
        }

        var draft = Draft(run, ("watermark", "{image: logo.png, corner: top-right, width: 200, opacity: 40}"), ("end-card", "{text: Follow, logo: logo.png, duration: 2000}"));
        var images = (await _stage.RunAsync(draft, run.Context, Token)).Captions!.Images;

        Assert.Equal(2, images.Count);
        Assert.Equal((logo, 690, 270, 200, 100, 0.4), (images[0].Path, images[0].X, images[0].Y, images[0].Width, images[0].Height, images[0].Opacity));
        Assert.Equal((360, 360, 180, TimeSpan.FromSeconds(10)), (images[1].X, images[1].Width, images[1].Height, images[1].Start));
    }

    [Fact]
    public async Task A_title_on_the_cover_is_drawn_in_a_document_of_its_own()
    {
        await using var run = new TestRun();
        var draft = Draft(run);
        draft = draft with { Script = draft.Script with { Cover = "{at: 2s, title: Three hearts?!}" } };

        var captions = (await _stage.RunAsync(draft, run.Context, Token)).Captions!;

        Golden.Matches(await File.ReadAllTextAsync(captions.CoverTitlePath!, Token), "cover.ass");
    }

    [Theory]
    [InlineData("progress", "midle", "/s.md:1: 'progress.edge' is 'midle', but must be one of top, bottom.")]
    [InlineData("hook", "{sise: 3}", "/s.md:1: 'hook.sise' is not a setting of an overlay. Did you mean 'size'?")]
    [InlineData("watermark", "none.png", "/s.md:1: 'watermark.image' is 'none.png', but there is no such file")]
    [InlineData("end-card", "{text: a,\nduration: 1}", "/s.md:2: 'end-card.duration' is '1', but must be a number from 500 to 10000.")]
    public async Task What_a_script_says_wrong_is_refused_with_its_line(string name, string value, string message)
    {
        await using var run = new TestRun();
        var draft = Draft(run, (name, value));
        var path = draft.Request.ScriptPath;

        var exception = Assert.Throws<InvalidInputException>(() => Drawn.Templates.LoadFor(draft, "bold-pop"));

        Assert.StartsWith(message.Replace("/s.md", path, StringComparison.Ordinal), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_goes_before_its_template_and_a_template_before_the_one_that_it_extends()
    {
        await using var run = new TestRun();
        await File.WriteAllTextAsync(run.Scope.PathOf("ours.yaml"), "extends: bold-pop\nend-card: { show: on, text: Ours, size: 80 }\nprogress: { show: on }\n", Token);
        var templates = new TemplateCatalog(Home.Find().Templates, run.Scope.Directory);

        var ours = templates.LoadFor(Draft(run), "ours").Overlays;
        var script = templates.LoadFor(Draft(run, ("end-card", "Mine"), ("progress", "off")), "ours").Overlays;

        Assert.Equal((Switch.On, "Ours", 80.0, Switch.On), (ours.EndCard.Show, ours.EndCard.Text, ours.EndCard.Size, ours.Progress.Show));
        Assert.Equal((Switch.On, "Mine", 80.0, Switch.Off), (script.EndCard.Show, script.EndCard.Text, script.EndCard.Size, script.Progress.Show));
    }

    private static Short Draft(TestRun run, params (string Name, string Value)[] overlays)
    {
        var draft = Narrated.Draft(Narrated.Octopus);
        return draft with
        {
            Request = draft.Request with { ScriptPath = run.Scope.PathOf("s.md") },
            Script = draft.Script with { Title = "Why octopuses have three hearts 🐙", Overlays = overlays.ToDictionary(overlay => overlay.Name, overlay => overlay.Value) },
            Soundtrack = new Soundtrack
            {
                MasterPath = "",
                RecognitionPath = "",
                Duration = TimeSpan.FromSeconds(12),
                Sentences = [],
                IntegratedLufs = -14,
                TruePeakDbtp = -2,
            },
        };
    }

    private static (IReadOnlyList<PlacedGroup> Groups, DrawnOverlays Overlays, SkiaSharp.SKRect? Hook) Write(CaptionTemplate template, string title)
    {
        using var drawn = new Drawn(Narrated.Octopus, template);
        var overlays = new OverlayWriter(template, template, TimeSpan.FromSeconds(12), Open).Write(title, drawn.Groups);
        var look = overlays.Looks.FirstOrDefault(look => look.Name == "Hook");
        if (look is null)
        {
            return (drawn.Groups, overlays, null);
        }

        // The same text once more in the zone that was found for it.
        var zone = look.Template.SafeZone;
        var hook = OverlayText.Write("Hook", title, look.Template with { SafeZone = zone }, 0, (TimeSpan.Zero, TimeSpan.FromSeconds(2)), Open)!;
        return (drawn.Groups, overlays, hook.Ink);

        static FontStack Open(CaptionTemplate look) => FontStack.Open(look, Drawn.Templates.Directory);
    }
}
