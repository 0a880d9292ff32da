using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Captions;

/// <summary>Transcripts as a voice of steady pace would give them.</summary>
internal static class Narrated
{
    public static Transcript Octopus => Transcript(
        "An octopus has **three** hearts, and two of them stop when it swims.",
        "That is why it prefers to crawl 🐙",
        "In 2014, one cost $1,200: would <you> & I pay?",
        "Otorhinolaryngologists use {\\b1} or \\N, too.",
        "Wow!");

    /// <summary>
    /// A word takes 60 ms a letter; a comma is followed by 200 ms of silence, a sentence by 400 ms.
    /// Two asterisks around a word emphasise it; a word without letter or digit is not spoken and takes no time.
    /// </summary>
    public static Transcript Transcript(params string[] sentences)
    {
        List<TimedWord> words = [];
        var now = TimeSpan.FromSeconds(0.2);
        foreach (var (sentence, text) in sentences.Index())
        {
            foreach (var word in text.Split(' '))
            {
                var emphasis = word.StartsWith("**", StringComparison.Ordinal);
                var shown = word.Replace("**", "", StringComparison.Ordinal);
                var spoken = shown.Any(char.IsLetterOrDigit) ? shown : "";
                var end = now + TimeSpan.FromMilliseconds(60 * spoken.Length);
                words.Add(new TimedWord { Text = shown, Spoken = spoken, Start = now, End = end, Sentence = sentence, Emphasis = emphasis });
                now = end + (spoken.EndsWith(',') ? TimeSpan.FromSeconds(0.2) : TimeSpan.Zero);
            }

            now += TimeSpan.FromSeconds(0.4);
        }

        return new Transcript { Words = words };
    }

    /// <summary>One sentence of words without spaces between them.</summary>
    public static Transcript Units(params string[] units)
    {
        var spaced = Transcript(string.Join(' ', units));
        return spaced with { Words = [.. spaced.Words.Select((word, index) => word with { Joined = index > 0 })] };
    }

    /// <summary>A transcript with everything that makes layout and timing hard, the same for the same seed.</summary>
    public static Transcript Random(int seed)
    {
        var random = new Random(seed);
        List<TimedWord> words = [];
        var now = TimeSpan.FromMilliseconds(random.Next(500));
        var sentence = 0;
        for (var index = random.Next(1, 60); index > 0; index--)
        {
            var length = random.Next(12) == 0 ? random.Next(15, 60) : random.Next(1, 12);
            var text = $"{index}{string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))))}";
            var silent = random.Next(15) == 0;
            var end = now + (random.Next(6) == 0 || silent ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.NextDouble() * 600));
            words.Add(new TimedWord
            {
                Text = silent ? text + "🐙" : text,
                Spoken = silent ? "" : text,
                Start = now,
                End = end,
                Sentence = sentence,
                Emphasis = random.Next(5) == 0,
            });
            now = end + (random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(900)) : TimeSpan.Zero);
            sentence += random.Next(7) == 0 ? 1 : 0;
        }

        return new Transcript { Words = words };
    }

    public static Short Draft(Transcript transcript, string? template = null) => new()
    {
        Id = "test",
        Request = new ShortRequest { ScriptPath = "/script.md", OutputPath = "/video.mp4" },
        Script = new Script
        {
            Title = "Test",
            Template = template,
            Scenes = [new Scene { Sentences = [new Sentence { Index = 0, Words = [new DisplayWord { Text = "Test", Spoken = "Test" }] }] }],
        },
        Transcript = transcript,
    };
}
