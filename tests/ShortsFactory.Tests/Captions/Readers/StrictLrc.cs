using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>Reads enhanced LRC: tags, then lines with a time, in each a time before every word and one behind the last.</summary>
internal static partial class StrictLrc
{
    public static (IReadOnlyDictionary<string, string> Tags, IReadOnlyList<ReadCue> Lines) Read(string document)
    {
        Dictionary<string, string> tags = [];
        List<ReadCue> lines = [];
        var text = new StrictText(document);
        var latest = TimeSpan.Zero;
        while (!text.IsAtEnd)
        {
            var line = text.Line();
            if (Tag().Match(line) is { Success: true } tag)
            {
                Assert.Empty(lines);
                tags.Add(tag.Groups["name"].Value, tag.Groups["value"].Value);
                continue;
            }

            var timed = Timed().Match(line);
            Assert.True(timed.Success, $"'{line}' has no time.");
            var start = Time(timed.Groups["time"].Value);
            Assert.True(start >= latest, "A line comes before the one above it.");
            latest = start;
            if (timed.Groups["text"].Length == 0)
            {
                continue;
            }

            var stamps = Stamp().Matches(timed.Groups["text"].Value);
            TimeSpan[] times = [.. stamps.Select(match => Time(match.Groups["time"].Value))];
            Assert.Equal(start, times[0]);
            Assert.EndsWith(stamps[^1].Value, line.TrimEnd('\u200F'), StringComparison.Ordinal);
            lines.Add(new ReadCue(start, times[^1], [Stamp().Replace(timed.Groups["text"].Value, "")], times[..^1]));
        }

        return (tags, lines);
    }

    private static TimeSpan Time(string text)
    {
        var parts = text.Split(':', '.');
        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        return new TimeSpan(0, 0, numbers[0], numbers[1], numbers[2] * 10);
    }

    [GeneratedRegex(@"^\[(?<name>[a-z]+):(?<value>.*)\]$")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\[(?<time>\d{2,}:[0-5]\d\.\d\d)\](?<text>.*)$")]
    private static partial Regex Timed();

    [GeneratedRegex(@"<(?<time>\d{2,}:[0-5]\d\.\d\d)>")]
    private static partial Regex Stamp();
}
