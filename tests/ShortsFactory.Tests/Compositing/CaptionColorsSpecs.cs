using ShortsFactory.Compositing;

namespace ShortsFactory.Tests.Compositing;

public sealed class CaptionColorsSpecs
{
    [Theory]
    [InlineData("Style: A,Inter,90,&H00FFFFFF,&H80000000,&H00808080", "Style: A,Inter,90,&H00FFFFFF,&H80000000,&H00808080")]
    [InlineData(@"{\1c&H00D2FF&\alpha&H80&\t(0,100,\3c&h00d2ff&)}Word", @"{\1c&H09DBF9&\alpha&H80&\t(0,100,\3c&h09DBF9&)}Word")]
    [InlineData("Style: B,Inter,90,&H4000D2FF", "Style: B,Inter,90,&H4009DBF9")]
    [InlineData("R&Hello, &H12, AT&H00D2FF", "R&Hello, &H12, AT&H00D2FF")]
    public void Colours_are_replaced_and_nothing_else(string line, string drawn) =>
        Assert.Equal(drawn, CaptionColors.ForDrawing(line));

    [Fact(Timeout = 60_000)]
    public async Task Colour_of_captions_is_seen_as_it_is_meant()
    {
        await using var studio = new Studio();
        var draft = studio.Draft(TimeSpan.FromSeconds(0.5), "color:#000000");
        await File.AppendAllTextAsync(
            draft.Captions!.AssPath,
            "\nDialogue: 0,0:00:00.00,0:59:00.00,Default,,0,0,0,,{\\an7\\pos(0,0)\\bord0\\shad0\\1c&H00D2FF&\\p1}m 0 0 l 1080 0 1080 1920 0 1920{\\p0}",
            TestContext.Current.CancellationToken);

        var video = (await studio.MakeAsync(draft, TestContext.Current.CancellationToken)).Video!;

        var (red, green, blue) = (await studio.ColorsAsync(video.Path, TestContext.Current.CancellationToken))[5];
        Assert.InRange(red, 248, 255);
        Assert.InRange(green, 206, 214);
        Assert.InRange(blue, 0, 8);
    }
}
