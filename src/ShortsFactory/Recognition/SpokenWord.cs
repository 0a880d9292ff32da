using ShortsFactory.Scripts;

namespace ShortsFactory.Recognition;

/// <summary>One word that the voice says.</summary>
/// <param name="Display">The position, in its sentence, of the display word that it belongs to.</param>
/// <param name="Text">The word in lower case.</param>
/// <param name="PausesAfter">Whether punctuation after it makes the voice pause.</param>
internal readonly record struct SpokenWord(int Display, string Text, bool PausesAfter)
{
    private const string Pauses = ",;:–—.!?…،؛؟۔।॥、，；：。！？";

    /// <summary>Everything that is said in a sentence, in order.</summary>
    public static IReadOnlyList<SpokenWord> In(Sentence sentence) =>
        [.. sentence.Words.SelectMany((word, index) => Split(word, index))];

    /// <summary>The words with capitals inside of a sentence, in lower case: voices say names and brands in ways of their own.</summary>
    public static IEnumerable<string> NamesIn(Sentence sentence) =>
        sentence.Words.Skip(1).Where(word => word.Spoken.Any(char.IsUpper)).SelectMany(word => word.SpokenWords).Where(word => word.Length > 1);

    private static IEnumerable<SpokenWord> Split(DisplayWord word, int index)
    {
        var words = word.SpokenWords;
        var pauses = word.Spoken.TrimEnd('"', '\'', '”', '’', ')', ' ') is [.., var last] && Pauses.Contains(last, StringComparison.Ordinal);
        return words.Select((text, position) => new SpokenWord(index, text, pauses && position == words.Count - 1));
    }
}
