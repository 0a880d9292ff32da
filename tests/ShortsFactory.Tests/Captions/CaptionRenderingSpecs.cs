using System.Text.RegularExpressions;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed partial class CaptionRenderingSpecs
{
    public static TheoryData<string> AllTemplates => [.. Drawn.TemplateNames];

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
    [InlineData("bounce", "Cherry Bomb, 0, (none)")]
    [InlineData("typewriter", "Courier Prime, 0, (none)")]
    [InlineData("highlight", "Sora-ExtraBold")]
    [InlineData("handwritten", "KaushanScript-Regular")]
    public async Task The_fonts_of_the_template_are_the_ones_that_libass_takes(string templateName, string font)
    {
        await using var run = new TestRun();
        using var drawn = new Drawn(Narrated.Transcript("Octopus ☞"), Drawn.Templates.Load(templateName));

        var moment = drawn.Words[^1].Start + TimeSpan.FromMilliseconds(50);
        var picture = await Picture.RenderAsync(run.Scope, drawn.Ass, drawn.CopyFonts(run.Scope), moment, background: 0, TestContext.Current.CancellationToken);

        var selections = picture.Log.Where(line => line.Contains("fontselect:", StringComparison.Ordinal)).ToArray();
        Assert.Contains(selections, line => line.EndsWith(font, StringComparison.Ordinal));
        Assert.Contains(selections, line => line.EndsWith("Symbola", StringComparison.Ordinal));
        Assert.All(selections, line => Assert.Matches(@"\((.+), 400, 0\) -> (\1, \d+, \(none\)|.*, \d+, \1)$", line));
    }

    [Theory(Timeout = 240_000)]
    [MemberData(nameof(AllTemplates))]
    public async Task Nothing_is_drawn_outside_the_safe_zone_whatever_moves(string templateName)
    {
        await using var run = new TestRun();
        var template = Drawn.Templates.Load(templateName);
        using var drawn = new Drawn(Narrated.Transcript("Whatever $WWWWWW **WWWWWWQ,** gjyQ incomprehensibilities WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"), template);

        // The peak of the pop, of the jump, and the first sight of the widest group.
        TimeSpan[] moments =
        [
            drawn.Words[2].Start + TimeSpan.FromMilliseconds(10),
            drawn.Words[2].Start + (template.Active.Duration / 2),
            drawn.Words[3].Start + (template.Active.Duration / 3),
            drawn.Words[5].Start + (template.Active.Duration / 2),
        ];
        await StaysInsideAsync(run.Scope, drawn, moments, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(AllTemplates))]
    public void Text_of_the_user_is_text_in_every_effect(string templateName)
    {
        const string hostile = @"{\an7\fs300} \N C:\new\h a,b{\p1}m x} {";
        using var drawn = new Drawn(Narrated.Transcript(hostile), Drawn.Templates.Load(templateName) with { Case = LetterCase.AsIs, Punctuation = PunctuationRule.Keep });

        var lines = drawn.Ass.Split('\n').Count(line => line.StartsWith("Dialogue: ", StringComparison.Ordinal));
        Assert.Equal(drawn.Events.Count, lines);
        Assert.All(drawn.Events.Where(line => line.Word is not null && line.Style is not AssStyle.Mark), line =>
        {
            var text = OverridePattern().Replace(line.Text, "").Replace("\\{", "{", StringComparison.Ordinal).Replace("\\}", "}", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal);
            Assert.Contains(text, drawn.Words[line.Word!.Value].Text, StringComparison.Ordinal);
        });
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

    private static CaptionTemplate Bare(CaptionTemplate template) => template with
    {
        Outline = 0,
        Shadow = template.Shadow with { Color = RgbaColor.Transparent },
        Exit = template.Exit with { Kind = ExitKind.None },
        Box = template.Box with { Color = RgbaColor.Transparent },
        Active = template.Active with { Scale = 1, Overshoot = 1 },
        Entrance = template.Entrance with { Kind = EntranceKind.None },
    };

    [GeneratedRegex(@"(?<!\\)\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex OverridePattern();
}
