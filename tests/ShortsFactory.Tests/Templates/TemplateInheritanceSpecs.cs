using System.Text.Json;
using ShortsFactory.Captions;
using ShortsFactory.Pipeline;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Templates;

public sealed class TemplateInheritanceSpecs
{
    private static readonly string BuiltIn = Home.Find().Templates;

    [Fact]
    public async Task A_users_template_changes_what_it_says_and_keeps_the_rest()
    {
        await using var run = new TestRun();
        Write(run, "mine", "extends: bold-pop\ncolors: { active: \"#FF0000\" }\nshadow: { y: 20 }\n");

        var (mine, original) = (Catalog(run).Load("mine"), Catalog(run).Load("bold-pop"));

        Assert.Equal(
            Describe(original with
            {
                Name = "mine",
                Colors = original.Colors with { Active = new RgbaColor(255, 0, 0) },
                Shadow = original.Shadow with { Y = 20 },
            }),
            Describe(mine));
    }

    [Fact]
    public async Task Templates_extend_over_several_steps_and_lists_are_replaced_as_a_whole()
    {
        await using var run = new TestRun();
        Write(run, "first", "extends: clean\nsize: 50\nwords: 5\n");
        Write(run, "second", "extends: first\nwords: 4\nfonts: [{ file: My.ttf, package: fonts-mine }]\n");

        var second = Catalog(run).Load("second");

        Assert.Equal((50, 4), (second.Size, second.Words));
        Assert.Equal(new TemplateFont("My.ttf", "fonts-mine", run.Scope.Directory), Assert.Single(second.Fonts));
        Assert.Equal(Catalog(run).Load("clean").Box, second.Box);
    }

    [Fact]
    public async Task A_users_template_may_stand_in_front_of_one_of_the_same_name_and_extend_it()
    {
        await using var run = new TestRun();
        Write(run, "bold-pop", "extends: bold-pop\nsize: 100\n");

        Assert.Equal(100, Catalog(run).Load("bold-pop").Size);
        Assert.Single(Catalog(run).List(), template => template.Name == "bold-pop" && template.Path.StartsWith(run.Scope.Directory, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mine", "extends: bold-pup\n", "mine.yaml:1: There is no caption template 'bold-pup' to extend. Did you mean 'bold-pop'?")]
    [InlineData("mine", "size: 90\nextends: mine\n", "mine.yaml:2: 'mine' extends itself.")]
    [InlineData("mine", "extends: bold-pop\nsise: 90\n", "mine.yaml:2: 'sise' is not a setting of a caption template. Did you mean 'size'?")]
    [InlineData("mine", "extends: bold-pop\nshadow: { blurr: 3 }\n", "mine.yaml:2: 'shadow.blurr' is not a setting of a caption template. Did you mean 'blur'?")]
    [InlineData("mine", "extends: bold-pop\nsafe-zone: { platform: tictok }\n", "mine.yaml:2: 'safe-zone.platform' is 'tictok', but must be one of reels, tiktok, universal, youtube. Did you mean 'tiktok'?")]
    [InlineData("mine", "extends: bold-pop\nsafe-zone: { top: 1200 }\n", "mine.yaml:2: The safe zone is 770 pixels wide and 48 high; captions need at least 300 by 300.")]
    [InlineData("mine", "extends: bold-pop\nactive: { fill: sweep }\n", "mine.yaml:2: 'active.fill: sweep' goes with the entrances none and fade, without 'active.jump' and 'gradient'.")]
    public async Task What_is_wrong_with_a_users_template_is_said_with_file_and_line(string name, string text, string expected)
    {
        await using var run = new TestRun();
        Write(run, name, text);

        var error = Assert.Throws<InvalidInputException>(() => Catalog(run).Load(name));

        Assert.Equal(Path.Combine(run.Scope.Directory, expected), error.Message);
    }

    [Fact]
    public async Task A_mistake_in_the_extended_template_is_said_of_that_one()
    {
        await using var run = new TestRun();
        Write(run, "first", "extends: clean\nsize: 1000\n");
        Write(run, "second", "extends: first\nwords: 4\n");

        var error = Assert.Throws<InvalidInputException>(() => Catalog(run).Load("second"));

        Assert.StartsWith(Path.Combine(run.Scope.Directory, "first.yaml:2: 'size' is '1000'"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_refused_and_shown()
    {
        await using var run = new TestRun();
        Write(run, "one", "extends: two\n");
        Write(run, "two", "extends: three\n");
        Write(run, "three", "extends: one\n");

        var error = Assert.Throws<InvalidInputException>(() => Catalog(run).Load("one"));

        Assert.Equal(Path.Combine(run.Scope.Directory, "three.yaml:1: Templates extend each other in a circle: one -> two -> three -> one."), error.Message);
    }

    [Theory]
    [InlineData("tiktok", 1570)]
    [InlineData("youtube", 1440)]
    [InlineData("reels", 1248)]
    [InlineData("universal", 1248)]
    public void A_platforms_safe_zone_takes_the_place_of_the_templates(string platform, double bottom)
    {
        var catalog = new TemplateCatalog(BuiltIn, platform: platform);

        Assert.All(catalog.List(), template => Assert.Equal(bottom, catalog.Load(template.Name).SafeZone.Bottom));
    }

    [Fact]
    public void An_unknown_platform_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<InvalidInputException>(() => new TemplateCatalog(BuiltIn, platform: "youtub").Load("clean"));

        Assert.Equal("There is no platform 'youtub' with a safe zone. Did you mean 'youtube'?", error.Message);
    }

    [Fact]
    public void The_universal_zone_is_free_on_every_platform()
    {
        var zones = new SafeZoneCatalog(new TemplateFolders(BuiltIn));
        var universal = zones.Load("universal");

        Assert.All(zones.Names.Select(zones.Load), zone =>
        {
            Assert.InRange(universal.Left, zone.Left, zone.Right);
            Assert.InRange(universal.Right, zone.Left, zone.Right);
            Assert.InRange(universal.Top, zone.Top, zone.Bottom);
            Assert.InRange(universal.Bottom, zone.Top, zone.Bottom);
        });
    }

    private static TemplateCatalog Catalog(TestRun run) => new(BuiltIn, run.Scope.Directory);

    private static void Write(TestRun run, string name, string text) => File.WriteAllText(Path.Combine(run.Scope.Directory, name + ".yaml"), text);

    private static string Describe(CaptionTemplate template) => JsonSerializer.Serialize(template, CaptionJson.Default.CaptionTemplate);
}
