using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>Reads SubRip: counted from 1, times to the millisecond, and no text that a player would take for markup.</summary>
internal static partial class StrictSrt
{
    public static IReadOnlyList<ReadCue> Read(string document)
    {
        List<ReadCue> cues = [];
        var text = new StrictText(document);
        while (!text.IsAtEnd)
        {
            text.Expect((cues.Count + 1).ToString(CultureInfo.InvariantCulture));
            var time = TimeLine().Match(text.Line());
            Assert.True(time.Success, "This is no line of times.");
            var lines = text.Block();
            Assert.All(lines, line => Assert.DoesNotMatch(Markup(), line));
            cues.Add(new ReadCue(Time(time, "start"), Time(time, "end"), lines, []));
        }

        return cues;
    }

    private static TimeSpan Time(Match match, string group) => TimeSpan.ParseExact(match.Groups[group].Value, @"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<start>\d\d:[0-5]\d:[0-5]\d,\d{3}) --> (?<end>\d\d:[0-5]\d:[0-5]\d,\d{3})$")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@"</?[A-Za-z]|\{[\\A-Za-z]|-->")]
    private static partial Regex Markup();
}
