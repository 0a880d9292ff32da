using ShortsFactory.Audio;
using ShortsFactory.Recognition.Graphs;
using ShortsFactory.Recognition.Protocol;
using ShortsFactory.Resources;

namespace ShortsFactory.Recognition;

/// <summary>
/// Listens to the sentences of one track. Where the sounds of every word are known, a graph of the sentence is laid into the
/// speech; where they are not, or the speech does not fit, the recogniser is asked what it hears of the sentence's words. Thread-safe.
/// </summary>
internal sealed class SentenceListener(PreparedRecognizer recognizer, ScriptPronunciations? known, string wavePath, ResourceScope scope)
{
    /// <summary>The rate of the track, in hertz.</summary>
    public const int SampleRate = 16_000;

    private const int Ratio = SentenceSpan.SampleRate / SampleRate;
    private const int FrameSamples = SampleRate / 100;

    /// <summary>Where this share of a doubtful sentence's words is heard all the same, the sentence was said, in a voice that the model does not know well.</summary>
    private const double SaidShare = 0.7;

    /// <summary>What the voice told about words of a sentence, for its key.</summary>
    public IEnumerable<string> ToldFor(IReadOnlyList<SpokenWord> spoken) => known?.ToldFor(spoken) ?? [];

    /// <summary>What is heard of a sentence.</summary>
    /// <param name="spoken">Its words.</param>
    /// <param name="span">Where it lies in the track.</param>
    /// <param name="onset">When its speech becomes loud, in seconds from the span's start.</param>
    /// <param name="cancellationToken">Stops the listening.</param>
    /// <exception cref="RecognizerException">The recogniser failed twice, or refused a request.</exception>
    public async Task<Hearing> ListenAsync(IReadOnlyList<SpokenWord> spoken, SentenceSpan span, double onset, CancellationToken cancellationToken)
    {
        if (spoken.Count == 0 || !span.IsHeard)
        {
            return Hearing.Nothing;
        }

        if (known is not { } pronunciations || pronunciations.Of(spoken) is not { } ways)
        {
            return await HearAsync(spoken, span, [], cancellationToken).ConfigureAwait(false);
        }

        var alignment = await AlignAsync(pronunciations, ways, span, cancellationToken).ConfigureAwait(false);
        var fit = alignment is null ? 0 : SpeechFit.Of(alignment);
        var floor = ways[0].Any(way => pronunciations.Phones.BeginsSilent(way[0])) ? 0 : onset;
        var aligned = alignment is null ? null : new Hearing { Unknown = [], Words = AlignedWords.Of(spoken, alignment, floor, fit), Fit = fit };
        if (aligned is not null && fit >= SpeechFit.Doubtful)
        {
            return aligned;
        }

        var heard = await HearAsync(spoken, span, [ExpectedWord.UnknownText], cancellationToken).ConfigureAwait(false);
        return ShareOf(spoken, heard) < SaidShare ? heard with { Fit = fit, SaysSomethingElse = true } : aligned ?? heard with { Fit = fit };
    }

    private async Task<Alignment?> AlignAsync(
        ScriptPronunciations pronunciations, IReadOnlyList<IReadOnlyList<int[]>> words, SentenceSpan span, CancellationToken cancellationToken)
    {
        var (start, end) = (span.StartSample / Ratio, span.EndSample / Ratio);
        var graph = SentenceGraph.Build(pronunciations.Phones, words, (int)((end - start) / FrameSamples));
        var own = scope.Open($"graph-{span.Sentence}");
        await using (own.ConfigureAwait(false))
        {
            GraphModel.Write(own.Directory, graph, words.Count, pronunciations.BaseModel);
            var alignment = await recognizer.Client.AlignAsync(wavePath, start, end, own.Directory, cancellationToken).ConfigureAwait(false);
            return alignment?.Words.Count == words.Count ? alignment : null;
        }
    }

    /// <summary>What the recogniser hears if it expects the sentence's words, or one of <paramref name="others"/>.</summary>
    private async Task<Hearing> HearAsync(IReadOnlyList<SpokenWord> spoken, SentenceSpan span, string[] others, CancellationToken cancellationToken)
    {
        var unknown = await recognizer.Unknown.ConfigureAwait(false);
        var phrase = string.Join(' ', ExpectedWord.Of(spoken, unknown).Select(word => word.Text).Where(text => !unknown.Contains(text)));
        return new Hearing
        {
            Unknown = [.. spoken.Select(word => word.Text).Where(unknown.Contains).Distinct(StringComparer.Ordinal)],
            Words = phrase.Length == 0
                ? []
                : await recognizer.Client.RecognizeAsync(
                    wavePath, span.StartSample / Ratio, span.EndSample / Ratio, [phrase, .. others], cancellationToken).ConfigureAwait(false),
        };
    }

    private static double ShareOf(IReadOnlyList<SpokenWord> spoken, Hearing heard)
    {
        var expected = ExpectedWord.Of(spoken, heard.Unknown.ToHashSet(StringComparer.Ordinal));
        return (double)WordMatcher.Match([.. expected.Select(word => (word.Text, TimeSpan.Zero))], heard.From(TimeSpan.Zero)).Count / expected.Count;
    }
}
