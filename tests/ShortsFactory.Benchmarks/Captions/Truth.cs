using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Benchmarks.Captions;

/// <summary>Where the synthesisers themselves put the words. Their libraries speak the text once more, and are asked.</summary>
internal static class Truth
{
    /// <summary>The start of each display word in the wave of <paramref name="sentence"/>; <see langword="null"/> where the synthesiser tells none.</summary>
    /// <param name="voice">The voice, as <c>engine:voice</c>.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="samples">How many samples the voice's program wrote.</param>
    /// <param name="scope">Owns the processes.</param>
    /// <exception cref="InvalidOperationException">What was spoken again is not what the program spoke.</exception>
    public static async Task<IReadOnlyList<TimeSpan?>> OfAsync(string voice, Sentence sentence, int samples, ResourceScope scope)
    {
        var (engine, name) = voice.Split(':') is [var first, var second] ? (first, second) : throw new ArgumentException(voice, nameof(voice));
        var tokens = sentence.Spoken.Split(' ');
        var (starts, length) = engine == "flite" ? FliteTruth.Of(name, sentence.Spoken) : await EspeakTruth.OfAsync(name, sentence.Spoken, scope);
        if (length != samples || starts.Count != tokens.Length)
        {
            throw new InvalidOperationException(
                $"{voice} speaks \"{sentence.Spoken}\" in {samples} samples, and in {length} when asked for its times ({starts.Count} of {tokens.Length} words).");
        }

        // A display word starts with the first of the words that it is said with.
        var position = 0;
        var truth = new List<TimeSpan?>();
        foreach (var word in sentence.Words)
        {
            truth.Add(word.Spoken.Length == 0 ? null : starts[position]);
            position += word.Spoken.Length == 0 ? 0 : word.Spoken.Split(' ').Length;
        }

        return truth;
    }
}
