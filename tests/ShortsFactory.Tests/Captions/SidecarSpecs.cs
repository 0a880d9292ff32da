using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Sidecars;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;
using ShortsFactory.Tests.Captions.Readers;

namespace ShortsFactory.Tests.Captions;

public sealed class SidecarSpecs
{
    private const string Nasty = "<b>bold</b> {\\an8} <c>x</c> &amp; 00:00:01,000 --> 00:00:02,000 <00:01.00> [00:05.00] NOTE 1 WEBVTT STYLE {y:i} a\\Nb <i>";

    public static TheoryData<string, Transcript> Transcripts => new()
    {
        { "plain", Narrated.Octopus },
        { "markup", Narrated.Transcript(Nasty, Nasty) },
        { "hebrew", Narrated.Transcript("גילתה NASA Goddard בשנת 2014.", "NASA חזרה, ואז הלכה!") },
        { "thai", Narrated.Units("ปลาหมึก", "ยักษ์", "มี", "หัวใจ", "สาม", "ดวง", "และ", "สมอง", "เก้า", "ก้อน") },
        { "long", Narrated.Transcript([.. Enumerable.Repeat("one two three four five six seven eight nine ten, eleven twelve thirteen fourteen", 60)]) },
        { "random 1", Narrated.Random(1) },
        { "random 2", Narrated.Random(2) },
        { "random 3", Narrated.Random(3) },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_sidecar_is_valid_for_a_strict_reader_and_says_every_word_once(string name, Transcript transcript)
    {
        var words = CaptionClock.Round(transcript.Words);
        var cues = SubtitleCues.Of(words);
        var text = string.Concat(words.Select((word, index) => (index == 0 || word.Joined ? "" : " ") + word.Text));

        var srt = StrictSrt.Read(SrtDocument.Write(cues));
        ReadCue.AreInOrder(srt);
        Assert.Equal(text, TextOf(srt, name));

        var vtt = StrictVtt.Read(VttDocument.Write(cues));
        ReadCue.AreInOrder(vtt);
        Assert.Equal(text, TextOf(vtt, name));
        Assert.Equal(words.Select(word => word.Start), vtt.SelectMany(cue => cue.WordTimes));
        Assert.Equal(srt.Select(cue => (cue.Start, cue.End)), vtt.Select(cue => (cue.Start, cue.End)));

        var (tags, lines) = StrictLrc.Read(LrcDocument.Write(cues, "A [title]", "en"));
        Assert.Equal("A [title]", tags["ti"]);
        ReadCue.AreInOrder(lines);
        Assert.Equal(text.Replace("<00:01.00>", "‹00:01.00›", StringComparison.Ordinal).Replace("[00:05.00]", "‹00:05.00›", StringComparison.Ordinal), TextOf(lines, name));
        Assert.Equal(words.Select(word => word.Start), lines.SelectMany(line => line.WordTimes));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void The_burned_file_shows_every_word_and_nothing_else(string name, Transcript transcript)
    {
        using var drawn = new Drawn(transcript, Drawn.Templates.Load("clean"));

        var shown = StrictAss.Read(drawn.Ass + EmojiLines.Write(drawn.Groups)).Where(line => line.Style is not "Box").Select(line => line.Shown).ToHashSet(StringComparer.Ordinal);

        Assert.True(shown.SetEquals(drawn.Groups.SelectMany(group => group.Lines).SelectMany(line => line).Select(word => string.Concat(word.Text.Runs.Select(run => run.Text)))), name);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("lrc")]
    [InlineData("ass")]
    public async Task Ffmpeg_reads_every_sidecar_with_its_times_and_its_text(string extension)
    {
        await using var run = new TestRun();
        using var drawn = new Drawn(Narrated.Transcript("An octopus {\\an8} has <b>three</b> hearts.", "Wow, 🐙 שלום!"), Drawn.Templates.Load("clean"));
        var cues = SubtitleCues.Of(drawn.Words);
        var document = extension switch
        {
            "srt" => SrtDocument.Write(cues),
            "vtt" => VttDocument.Write(cues),
            "lrc" => LrcDocument.Write(cues, "Title", "en"),
            _ => drawn.Ass + EmojiLines.Write(drawn.Groups),
        };
        var path = run.Scope.PathOf("sidecar." + extension);
        await File.WriteAllTextAsync(path, document, Token);

        var probe = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffprobe", Arguments = ["-v", "warning", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path] }, Token);
        var read = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "ffmpeg", Arguments = ["-nostdin", "-v", "warning", "-i", path, "-f", "srt", "-"] }, Token);

        Assert.Empty(probe.StandardErrorTail);
        Assert.Empty(read.StandardErrorTail);
        var times = probe.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(drawn.Words[0].Start.TotalSeconds, times.Min(), 0.0051);
        Assert.Contains("octopus", read.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("שלום", read.StandardOutput, StringComparison.Ordinal);
        Assert.True(extension is "ass" || read.StandardOutput.Contains("an8", StringComparison.Ordinal), "ffmpeg took text for markup."); // Its converter does not know the escapes of libass.
        Assert.Contains("three", read.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_from_right_to_left_is_marked_at_both_ends_so_that_its_full_stop_stays_at_its_end()
    {
        var cues = SubtitleCues.Of(CaptionClock.Round(Narrated.Transcript("NASA גילתה זאת.", "Plain.").Words));

        Assert.Equal(["\u200FNASA גילתה זאת.\u200F", "Plain."], StrictSrt.Read(SrtDocument.Write(cues)).SelectMany(cue => cue.Lines));
    }

    [Fact]
    public void Lines_of_Chinese_are_half_as_long_in_characters()
    {
        var units = Enumerable.Range(0, 30).Select(_ => "章鱼").ToArray();
        var cues = SubtitleCues.Of(CaptionClock.Round(Narrated.Units(units).Words));

        Assert.All(cues.SelectMany(cue => cue.Lines), line => Assert.InRange(line.Sum(word => word.Text.Length), 2, 21));
    }

    private static string TextOf(IReadOnlyList<ReadCue> cues, string name) => string.Join(name is "thai" ? "" : " ", cues.Select(cue => name is "thai" ? cue.Text.Replace(" ", "", StringComparison.Ordinal) : cue.Text));
}
