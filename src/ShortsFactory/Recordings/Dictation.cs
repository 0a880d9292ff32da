using ShortsFactory.Recognition;
using ShortsFactory.Scripts;
using ShortsFactory.Scripts.SpokenForms;

namespace ShortsFactory.Recordings;

/// <summary>Makes a text of what was heard: words as the recogniser writes them, punctuated by the pauses between them. Pure.</summary>
internal static class Dictation
{
    private static readonly TimeSpan SentencePause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CommaPause = TimeSpan.FromMilliseconds(280);

    /// <summary>A pause of this length ends a paragraph.</summary>
    private static readonly TimeSpan ParagraphPause = TimeSpan.FromSeconds(1.2);

    /// <summary>A sentence of this many words ends at the next comma, and one of <see cref="Longest"/> in any case.</summary>
    private const int Long = 24;

    private const int Longest = 40;

    /// <summary>The sentences; none if nothing was heard.</summary>
    public static IReadOnlyList<Sentence> Write(IReadOnlyList<HeardWord> heard, string language)
    {
        List<Sentence> sentences = [];
        List<DisplayWord> words = [];
        for (var index = 0; index < heard.Count; index++)
        {
            var pause = index + 1 < heard.Count ? heard[index + 1].Start - heard[index].End : TimeSpan.MaxValue;
            var isEnd = pause >= SentencePause || words.Count + 1 >= Longest || (words.Count + 1 >= Long && pause >= CommaPause);
            var mark = isEnd ? "." : pause >= CommaPause ? "," : "";
            words.Add(Word(heard[index].Text, mark, words.Count == 0, language));
            if (isEnd)
            {
                sentences.Add(new Sentence { Index = sentences.Count, Words = words, EndsParagraph = pause >= ParagraphPause });
                words = [];
            }
        }

        return sentences;
    }

    private static DisplayWord Word(string text, string mark, bool isFirst, string language)
    {
        var isI = SpokenForm.IsEnglish(language) && (text is "i" || text.StartsWith("i'", StringComparison.Ordinal));
        var shown = isFirst || isI ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        return new DisplayWord { Text = shown + mark, Spoken = text + mark };
    }
}
