namespace ShortsFactory.Recognition;

/// <summary>
/// How long words take, where nobody has heard them. Fitted to 3,362 words of flite and eSpeak NG: letters tell more than
/// syllables do (83 ms against 111 ms of error, root mean square).
/// </summary>
internal static class SpeechPace
{
    private static readonly TimeSpan Letter = TimeSpan.FromMilliseconds(62);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(270);

    /// <summary>How long the words take together, the pauses between them included.</summary>
    public static TimeSpan Duration(ReadOnlySpan<SpokenWord> words)
    {
        var sum = TimeSpan.Zero;
        for (var index = 0; index < words.Length; index++)
        {
            sum += Sound(words[index]) + PauseAfter(words, index);
        }

        return sum;
    }

    /// <summary>Lays the words out between two times, each and each pause in proportion to the length it usually has.</summary>
    public static (TimeSpan Start, TimeSpan End)[] Spread(ReadOnlySpan<SpokenWord> words, TimeSpan start, TimeSpan end)
    {
        var stretch = (end - start) / Duration(words);
        var spans = new (TimeSpan Start, TimeSpan End)[words.Length];
        var position = TimeSpan.Zero;
        for (var index = 0; index < words.Length; index++)
        {
            var sounded = position + Sound(words[index]);
            spans[index] = (start + (position * stretch), start + (sounded * stretch));
            position = sounded + PauseAfter(words, index);
        }

        return spans;
    }

    private static TimeSpan Sound(SpokenWord word) => Letter * SpokenLength.Of(word.Text);

    // The pause after the last word lies outside of what is laid out.
    private static TimeSpan PauseAfter(ReadOnlySpan<SpokenWord> words, int index) =>
        words[index].PausesAfter && index < words.Length - 1 ? Pause : TimeSpan.Zero;
}
