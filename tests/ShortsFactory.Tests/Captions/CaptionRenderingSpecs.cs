using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed class CaptionRenderingSpecs
{
    [Theory(Timeout = 120_000)]
    [InlineData("bold-pop", "OCTOPUS")]
    [InlineData("bold-pop", "AVATAR")]
    [InlineData("clean", "Typography")]
    [InlineData("clean", "fjord☞")]
    [InlineData("clean", @"{\fs300}x")]
    [InlineData("clean", @"C:\new\N\h{}")]
    [InlineData("clean", @"a\{b,\pos(1,1)}")]
    [InlineData("clean", @"{\p1}m")]
    [InlineData("bold-pop", @"{}{=0}{*\fs9}")]
    [InlineData("bold-pop", @"\h\n{\r}")]
    public async Task A_word_is_drawn_as_text_exactly_where_it_was_measured(string templateName, string word)
    {
        await using var run = new TestRun();
        var template = Drawn.Bare(templateName);
        using var drawn = new Drawn(Narrated.Transcript(word), template);

        var picture = await Picture.RenderAsync(run.Scope, drawn.Ass, drawn.CopyFonts(run.Scope), TimeSpan.FromSeconds(0.3), background: 0, TestContext.Current.CancellationToken);

        picture.IsFilledAs(Assert.Single(drawn.Groups).Ink);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("bold-pop", "LeagueSpartan-Black")]
    [InlineData("clean", "Inter-SemiBold")]
    public async Task The_fonts_of_the_template_are_the_ones_that_libass_takes(string templateName, string font)
    {
        await using var run = new TestRun();
        using var drawn = new Drawn(Narrated.Transcript("Octopus ☞"), Drawn.Templates.Load(templateName));

        var picture = await Picture.RenderAsync(run.Scope, drawn.Ass, drawn.CopyFonts(run.Scope), TimeSpan.FromSeconds(0.4), background: 0, TestContext.Current.CancellationToken);

        var selections = picture.Log.Where(line => line.Contains("fontselect:", StringComparison.Ordinal)).ToArray();
        Assert.Contains(selections, line => line.EndsWith(font, StringComparison.Ordinal));
        Assert.Contains(selections, line => line.EndsWith("Symbola", StringComparison.Ordinal));
        Assert.All(selections, line => Assert.Matches(@"\((.+), 400, 0\) -> .*, \d+, \1$", line));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("bold-pop")]
    [InlineData("clean")]
    public async Task Nothing_is_drawn_outside_the_safe_zone_even_while_a_word_pops(string templateName)
    {
        await using var run = new TestRun();
        var template = Drawn.Templates.Load(templateName);
        using var drawn = new Drawn(Narrated.Transcript("Whatever $WWWWWW WWWWWWQ, gjyQ incomprehensibilities WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), template);

        await StaysInsideAsync(run.Scope, drawn, drawn.Words.Select(word => word.Start + (template.Active.Duration / 2)), TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_group_that_rises_in_the_corner_of_the_safe_zone_stays_inside()
    {
        await using var run = new TestRun();
        var template = Drawn.Templates.Load("bold-pop");
        template = template with
        {
            Align = TextAlign.Right,
            X = template.SafeZone.Right - template.Margins.Right,
            Y = template.SafeZone.Bottom,
            Entrance = template.Entrance with { Kind = EntranceKind.Rise },
        };
        using var drawn = new Drawn(Narrated.Transcript("Jagged gyroscopes jump."), template);

        await StaysInsideAsync(run.Scope, drawn, [drawn.Words[0].Start + TimeSpan.FromMilliseconds(10), drawn.Words[0].Start + TimeSpan.FromMilliseconds(60)], TestContext.Current.CancellationToken);
    }

    private static async Task StaysInsideAsync(ResourceScope scope, Drawn drawn, IEnumerable<TimeSpan> times, CancellationToken cancellationToken)
    {
        var fonts = drawn.CopyFonts(scope);
        var zone = drawn.Template.SafeZone;
        foreach (var time in times)
        {
            // On black the letters show, on white the outline and the shadow.
            foreach (var background in (byte[])[0, 255])
            {
                var picture = await Picture.RenderAsync(scope, drawn.Ass, fonts, time, background, cancellationToken);
                var (left, top, right, bottom) = picture.Bounds(tolerance: 6);
                Assert.True(right > left, $"nothing can be seen at {time}");
                Assert.InRange(left, zone.Left, right);
                Assert.InRange(right, left, zone.Right);
                Assert.InRange(top, zone.Top, bottom);
                Assert.InRange(bottom, top, zone.Bottom);
            }
        }
    }
}
