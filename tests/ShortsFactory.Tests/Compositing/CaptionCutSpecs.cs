using ShortsFactory.Compositing.Chunks;

namespace ShortsFactory.Tests.Compositing;

public sealed class CaptionCutSpecs
{
    private const string Document = """
        [Script Info]
        ScriptType: v4.00+

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
        Dialogue: 0,0:00:00.10,0:00:05.00,Text,,0,0,0,,{\t(0,28,\fscx95)}before
        Dialogue: 3,0:00:04.00,0:00:05.01,Text,,0,0,0,,into it, 0:00:01.00
        Dialogue: 0,0:00:05.00,1:00:06.25,Text,,0,0,0,,within
        Dialogue: 0,0:00:10.00,0:00:12.00,Text,,0,0,0,,after

        """;

    [Fact]
    public void Events_that_are_seen_stay_on_a_clock_that_begins_with_the_span()
    {
        var cut = CaptionCut.Of(Document, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

        Assert.Equal(
            [
                @"Dialogue: 3,23:59:59.00,24:00:00.01,Text,,0,0,0,,into it, 0:00:01.00",
                @"Dialogue: 0,24:00:00.00,25:00:01.25,Text,,0,0,0,,within",
            ],
            cut.Split('\n').Where(line => line.StartsWith("Dialogue", StringComparison.Ordinal)));
        Assert.StartsWith("[Script Info]\nScriptType: v4.00+\n", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_later_are_the_same_document()
    {
        var later = Document.Replace("0:00:0", "0:01:0", StringComparison.Ordinal).Replace("0:00:1", "0:01:1", StringComparison.Ordinal).Replace("1:00:06", "1:01:06", StringComparison.Ordinal).Replace(", 0:01:01", ", 0:00:01", StringComparison.Ordinal);

        Assert.Equal(
            CaptionCut.Of(Document, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)),
            CaptionCut.Of(later, TimeSpan.FromSeconds(65), TimeSpan.FromSeconds(70)));
    }
}
