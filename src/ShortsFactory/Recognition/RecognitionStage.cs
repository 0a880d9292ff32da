using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recognition;

/// <summary>Gives every display word its time: real speech recognition of each sentence, against the sentence that was said.</summary>
internal sealed class RecognitionStage(IOptions<RecognitionOptions> options, ModelCatalog catalog, Home home) : IStage
{
    private const int SampleRate = 16_000;

    /// <summary>Below this share of recognised words the user is told that the captions may be off.</summary>
    private const double ExpectedShare = 0.8;

    private readonly PreparedFor<PreparedRecognizer?> _prepared = new();

    public StageName Name => StageName.Recognition;

    public async Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var model = options.Value.Model.Length > 0 ? catalog.Get(options.Value.Model) : catalog.Find(draft.Script.Language, draft.Recording is not null);
        if (model is null)
        {
            context.Warn($"No recognition model for the language '{draft.Script.Language}' is installed: the times of words are estimated. {catalog.AdviceFor(draft.Script.Language)}".TrimEnd());
            _prepared.Set(context, prepared: null);
            return;
        }

        var installation = RecognizerInstallation.Find(options.Value, home);
        if (await model.VerifyAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
        {
            throw new ModelInvalidException(model.Directory, problems);
        }

        _prepared.Set(context, new PreparedRecognizer(
            HearingKey.For(model, installation),
            () => RecognizerClient.Start(context.Scope, installation.Command(Parallelism), options.Value, model.Directory, cancellationToken),
            client => client.FindUnknownAsync([.. VocabularyOf(draft.Script)], cancellationToken),
            context.Cache.FirstMiss));
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var soundtrack = draft.Soundtrack ?? throw new InvalidOperationException("Recognition comes after audio.");
        using var recognizer = _prepared.Get(context);
        Sentence[] sentences = [.. draft.Script.Sentences];
        var spans = soundtrack.Sentences;
        var samples = recognizer is null ? [] : HearingKey.Samples(soundtrack.RecognitionPath, spans, SampleRate);
        var activity = recognizer is null ? SpeechActivity.Of(soundtrack.RecognitionPath) : null;
        var words = new IReadOnlyList<TimedWord>[sentences.Length];
        var done = 0;
        await Parallel.ForAsync(
            0,
            sentences.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var (sentence, span) = (sentences[index], spans[index]);
                var spoken = SpokenWord.In(sentence);
                var hearing = recognizer is null ? Hearing.Nothing : await context.Cache.GetOrMakeAsync(
                    HearingKey.Of(recognizer.Key, samples[index], spoken),
                    [],
                    RecognitionJson.Default.Hearing,
                    () => ListenAsync(recognizer, soundtrack.RecognitionPath, spoken, span, token),
                    token).ConfigureAwait(false);
                words[index] = activity is not null ? EstimatedTimes.Of(sentence, span.Start, span.End, activity) : ScriptAligner.Align(
                    sentence, span.Start, span.End, hearing.Unknown.ToHashSet(StringComparer.Ordinal), hearing.From(span.Start));
                var count = Interlocked.Increment(ref done);
                context.Progress.Report(new StageProgress(Name, (double)count / sentences.Length, $"sentence {count} of {sentences.Length}"));
            }).ConfigureAwait(false);

        var transcript = new Transcript { Words = [.. words.SelectMany(group => group)] };
        if (recognizer is not null)
        {
            WarnIfPoor(transcript, context);
        }

        return draft with { Transcript = transcript };
    }

    /// <summary>How many sentences are recognised at once.</summary>
    private static int Parallelism => Math.Min(Environment.ProcessorCount, 4);

    private static async Task<Hearing> ListenAsync(
        PreparedRecognizer recognizer, string wavePath, IReadOnlyList<SpokenWord> spoken, SentenceSpan span, CancellationToken cancellationToken)
    {
        const int Ratio = SentenceSpan.SampleRate / SampleRate;
        var unknown = await recognizer.Unknown.ConfigureAwait(false);
        var phrase = string.Join(' ', ExpectedWord.Of(spoken, unknown).Select(word => word.Text).Where(text => !unknown.Contains(text)));
        return new Hearing
        {
            Unknown = [.. spoken.Select(word => word.Text).Where(unknown.Contains).Distinct(StringComparer.Ordinal)],
            Words = phrase.Length == 0 || span.EndSample <= span.StartSample
                ? []
                : await recognizer.Client.RecognizeAsync(
                    wavePath, span.StartSample / Ratio, span.EndSample / Ratio, phrase, cancellationToken).ConfigureAwait(false),
        };
    }

    private static IEnumerable<string> VocabularyOf(Script script) =>
        script.Sentences.SelectMany(sentence => SpokenWord.In(sentence)).Select(word => word.Text).Append(ExpectedWord.UnknownText).Distinct(StringComparer.Ordinal);

    private static void WarnIfPoor(Transcript transcript, StageContext context)
    {
        var share = transcript.Words.Average(word => word.Timing == WordTiming.Recognized ? 1.0 : 0.0);
        if (share < ExpectedShare)
        {
            context.Warn($"Only {share:P0} of the words were recognised: the times of the others are estimated. The model may not know this voice.");
        }
    }
}
