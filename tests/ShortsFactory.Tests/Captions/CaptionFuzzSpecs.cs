using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Effects;
using ShortsFactory.Captions.Fonts;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Captions.Sidecars;
using ShortsFactory.Pipeline;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;
using ShortsFactory.Templates;
using ShortsFactory.Tests.Captions.Readers;

namespace ShortsFactory.Tests.Captions;

/// <summary>Random scripts from the file to the subtitle files: read or refused, and never more on screen than the text says.</summary>
[Collection(nameof(RunsAlone))]
public sealed class CaptionFuzzSpecs
{
    private const int Scripts = 100_000;

    private static readonly string[] Pieces =
    [
        "---\n", "title: x\n", "\n", "\n\n", "\r\n", "\t", " ", " ", " ", "# ", "## scene\n", "- ", "1. ", "[pause 400ms]", "[", "{", "|", "}", "{a|b}", "\\{", "\\}", "\\\\", "<!--", "-->", "**", "*", "`", "\\", "&amp;", "&",
        "`{\\fs300}`", "`{\\pos(1,1)}`", "`\\N`", "`\\n`", "`\\h`", "`{\\p1}m 0 0 l 9 9{\\p0}`", "`{`", "`}`", "`{}`", "\\{\\b1\\}", "`{=0}`", "`{*\\fs9}`", "`a,b,c`", "Dialogue: 0,0:00:00.00,0:00:09.00,Text,,0,0,0,,x", "`Style: x`", "[Events]",
        "`<b>`", "`<00:01.00>`", "`-->`", "00:00:01,000", "word", "Word.", "I", "end!", "why?", "$1,200", "10", "é", "ß", "日本語です。", "ปลาหมึก", "שלום", "قلوب،", "नौ", "🐙", "👨‍👩‍👧", "🇩🇪", "1️⃣", "👍🏽",
        "\u200D", "\u200F", "\u202E", "\u2060", "\u2028", "\u0085", "\u00A0", "\u200B", "\uFE0F", "\u0301", "\uD83D", "\uDC19", "\uFFFD", "\u0007", "\uE000", "{\"text\": \"", "\"}",
    ];

    private static readonly string[] Names = ["a.md", "a.txt", "a.json", "-"];
    private static readonly string[] Templates = ["bold-pop", "clean"];

    [Fact(Timeout = 300_000)]
    public async Task Nothing_that_is_written_is_drawn_as_anything_but_text()
    {
        var written = await Task.WhenAll(Templates.Select((template, worker) => Task.Run(() => Write(Drawn.Templates.Load(template), new Random(worker + 20)), TestContext.Current.CancellationToken)));

        Assert.True(written.Sum() > Scripts / 4, $"Only {written.Sum()} of the scripts came through.");
    }

    /// <summary>How many of the scripts of one worker were read and written; the rest was refused.</summary>
    private static int Write(CaptionTemplate template, Random random)
    {
        var written = 0;
        for (var count = 0; count < Scripts / Templates.Length;)
        {
            // Fonts remember what they have measured: not for ever.
            using var fonts = FontStack.Open(template, Drawn.Templates.Directory);
            for (var end = count + 5_000; count < end; count++)
            {
                var text = string.Concat(random.GetItems(Pieces, random.Next(1, 12)));
                var frontMatter = random.Next(4) > 0 ? "" : $"---\nlanguage: {(random.Next(2) == 0 ? "th" : "he")}\n---\n";
                written += IsWritten(frontMatter + text, Names[count % Names.Length], template, fonts) ? 1 : 0;
            }
        }

        return written;
    }

    private static bool IsWritten(string text, string name, CaptionTemplate template, FontStack fonts)
    {
        try
        {
            Check(ScriptParser.Parse(text, name), template, fonts);
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{name}: {text}", exception);
        }
    }

    private static void Check(Script script, CaptionTemplate template, FontStack fonts)
    {
        var words = CaptionClock.Round(Narrate(script));
        var layout = new CaptionLayout(template, fonts, words);
        var groups = GroupTiming.Time(words, new WordGrouper(words, template.Words, layout.Fits).Group()).Select(layout.Place).ToArray();
        var animator = new CaptionAnimator(new CaptionScene(template, fonts.Main, words));
        var ass = AssDocument.Write(template, fonts.Main, groups.SelectMany(animator.Animate)) + EmojiLines.Write(groups);
        var cues = SubtitleCues.Of(words);

        var shown = StrictAss.Read(ass).Where(line => line.Style is not "Box").Select(line => Visible(line.Shown)).ToHashSet(StringComparer.Ordinal);
        Assert.True(shown.SetEquals(groups.SelectMany(group => group.Lines).SelectMany(line => line).Select(word => Visible(string.Concat(word.Text.Runs.Select(run => run.Text))))));
        var count = StrictSrt.Read(SrtDocument.Write(cues)).Count;
        Assert.Equal(count, StrictVtt.Read(VttDocument.Write(cues)).Count);
        Assert.InRange(StrictLrc.Read(LrcDocument.Write(cues, script.Title, script.Language)).Lines.Count, count, 2 * count);
    }

    private static IEnumerable<TimedWord> NarrateLazily(Script script)
    {
        var now = TimeSpan.FromSeconds(0.2);
        foreach (var sentence in script.Sentences)
        {
            foreach (var word in sentence.Words)
            {
                var end = now + TimeSpan.FromMilliseconds(50 * word.Spoken.Length);
                yield return new TimedWord { Text = word.Text, Spoken = word.Spoken, Start = now, End = end, Sentence = sentence.Index, Emphasis = word.Emphasis, Joined = word.Joined };
                now = end;
            }

            now += TimeSpan.FromSeconds(0.3);
        }
    }

    private static IReadOnlyList<TimedWord> Narrate(Script script) => [.. NarrateLazily(script)];

    /// <summary>Without the joiner that is put behind a backslash, and with one kind of white space.</summary>
    private static string Visible(string text) =>
        string.Concat(text.Where(letter => letter is not '\u2060').Select(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : letter));
}
