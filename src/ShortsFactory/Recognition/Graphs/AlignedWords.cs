using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>From what the decoder laid to words with times. Pure.</summary>
internal static class AlignedWords
{
    /// <summary>
    /// The network was trained to name a sound from the middle of 30 ms on. Asked every 10 ms, it names it from the middle of
    /// 10 ms on: both middles are the same moment, and so its sounds begin (30 - 10) / 2 ms later than the frame that is named first.
    /// </summary>
    private const double FrameCentre = 0.010;

    /// <summary>The words of a sentence with their times and one confidence.</summary>
    /// <param name="spoken">The words.</param>
    /// <param name="alignment">As many, as the decoder laid them.</param>
    /// <param name="onset">When the speech becomes loud, in seconds; 0 if it begins with a closed mouth. No word begins before: what the network takes for a sound there is the step from silence to noise.</param>
    /// <param name="confidence">The confidence, 0 to 1.</param>
    public static IReadOnlyList<RecognizedWord> Of(IReadOnlyList<SpokenWord> spoken, Alignment alignment, double onset, double confidence) =>
        [.. spoken.Zip(alignment.Words, (word, time) => new RecognizedWord
        {
            Word = word.Text,
            Start = Math.Max(onset, Math.Round(time.Start + FrameCentre, 4)),
            End = Math.Max(onset, Math.Round(time.End + FrameCentre, 4)),
            Confidence = confidence,
        })];
}
