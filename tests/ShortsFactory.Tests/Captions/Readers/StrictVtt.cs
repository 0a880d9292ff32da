using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>Reads WebVTT by the syntax that the W3C gives to authors: class spans, time stamps inside the cue, escaped text.</summary>
internal static partial class StrictVtt
{
    public static IReadOnlyList<ReadCue> Read(string document)
    {
        List<ReadCue> cues = [];
        var text = new StrictText(document);
        text.Expect("WEBVTT");
        text.Expect("");
        while (!text.IsAtEnd)
        {
            var time = TimeLine().Match(text.Line());
            Assert.True(time.Success, "This is no line of times.");
            var (start, end) = (Time(time.Groups["start"].Value), Time(time.Groups["end"].Value));
            List<TimeSpan> words = [start];
            List<string> lines = [];
            foreach (var line in text.Block())
            {
                Assert.DoesNotContain("-->", line, StringComparison.Ordinal);
                words.AddRange(Stamp().Matches(line).Select(match => Time(match.Groups["time"].Value)));
                var shown = Span().Replace(Stamp().Replace(line, ""), match => match.Groups["text"].Value);
                Assert.DoesNotMatch("[<>]|&(?!amp;|lt;|gt;)", shown);
                lines.Add(WebUtility.HtmlDecode(shown));
            }

            Assert.All(words.Skip(1), word => Assert.True(start < word && word < end, "A time stamp lies outside of its cue."));
            cues.Add(new ReadCue(start, end, lines, words));
        }

        return cues;
    }

    private static TimeSpan Time(string text) => TimeSpan.ParseExact(text, @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<start>\d\d:[0-5]\d:[0-5]\d\.\d{3}) --> (?<end>\d\d:[0-5]\d:[0-5]\d\.\d{3})$")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@"<(?<time>\d\d:[0-5]\d:[0-5]\d\.\d{3})>")]
    private static partial Regex Stamp();

    [GeneratedRegex("<c>(?<text>[^<>]+)</c>")]
    private static partial Regex Span();
}
