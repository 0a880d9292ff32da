using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Models;
using ShortsFactory.Pipeline;
using ShortsFactory.Pronunciations;
using ShortsFactory.Recognition.Graphs;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;

namespace ShortsFactory.Recognition;

/// <summary>Gives every display word its time: real speech recognition of each sentence, against the sentence that was said.</summary>
internal sealed class RecognitionStage(IOptions<RecognitionOptions> options, ModelCatalog catalog, Home home, VoicePronouncer pronouncer) : IStage
{
    /// <summary>Below this share of recognised words the user is told that the captions may be off.</summary>
    private const double ExpectedShare = 0.8;

    /// <summary>So many sentences that do not fit are named one by one.</summary>
    private const int NamedSentences = 5;

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
            model,
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
        var slices = recognizer is null ? [] : SpeechSlice.Read(soundtrack.RecognitionPath, spans, SentenceListener.SampleRate);
        var listener = recognizer is null ? null : await ListenerForAsync(recognizer, draft, soundtrack.RecognitionPath, context, cancellationToken).ConfigureAwait(false);
        var activity = recognizer is null ? SpeechActivity.Of(soundtrack.RecognitionPath) : null;
        var words = new IReadOnlyList<TimedWord>[sentences.Length];
        var fits = new SentenceFit[sentences.Length];
        var done = 0;
        await Parallel.ForAsync(
            0,
            sentences.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var (sentence, span) = (sentences[index], spans[index]);
                var spoken = SpokenWord.In(sentence);
                var hearing = recognizer is null || listener is null ? Hearing.Nothing : await context.Cache.GetOrMakeAsync(
                    HearingKey.Of(recognizer.Key, slices[index].Fingerprint, spoken, listener.ToldFor(spoken)),
                    [],
                    RecognitionJson.Default.Hearing,
                    () => listener.ListenAsync(spoken, span, slices[index].Onset, token),
                    token).ConfigureAwait(false);
                words[index] = activity is not null ? EstimatedTimes.Of(sentence, span.Start, span.End, activity) : ScriptAligner.Align(
                    sentence, span.Start, span.End, hearing.Unknown.ToHashSet(StringComparer.Ordinal), hearing.From(span.Start));
                fits[index] = new SentenceFit(hearing.Fit, hearing.SaysSomethingElse);
                var count = Interlocked.Increment(ref done);
                context.Progress.Report(new StageProgress(Name, (double)count / sentences.Length, $"sentence {count} of {sentences.Length}"));
            }).ConfigureAwait(false);

        var transcript = new Transcript { Words = [.. words.SelectMany(group => group)], Sentences = fits };
        if (recognizer is not null)
        {
            Warn(transcript, sentences, spans, context);
        }

        return draft with { Transcript = transcript };
    }

    /// <summary>How many sentences are recognised at once.</summary>
    private static int Parallelism => Math.Min(Environment.ProcessorCount, 4);

    private async Task<SentenceListener> ListenerForAsync(
        PreparedRecognizer recognizer, Short draft, string wavePath, StageContext context, CancellationToken cancellationToken)
    {
        var words = draft.Script.Sentences.SelectMany(SpokenWord.In).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var names = draft.Script.Sentences.SelectMany(SpokenWord.NamesIn).ToHashSet(StringComparer.Ordinal);
        var pronunciations = await ScriptPronunciations.FindAsync(
            recognizer.Model, words, names, missing => pronouncer.AskAsync(draft.Narration?.Voice, missing, context.Scope, cancellationToken)).ConfigureAwait(false);
        return new SentenceListener(recognizer, pronunciations, wavePath, context.Scope);
    }

    private static IEnumerable<string> VocabularyOf(Script script) =>
        script.Sentences.SelectMany(sentence => SpokenWord.In(sentence)).Select(word => word.Text).Append(ExpectedWord.UnknownText).Distinct(StringComparer.Ordinal);

    private static void Warn(Transcript transcript, Sentence[] sentences, IReadOnlyList<SentenceSpan> spans, StageContext context)
    {
        var doubtful = sentences.Where((_, index) => transcript.Sentences[index].SaysSomethingElse).ToArray();
        foreach (var sentence in doubtful.Take(NamedSentences))
        {
            context.Warn(
                $"What is said in sentence {sentence.Index + 1} (line {sentence.Line}) does not sound like \"{sentence.Text}\": "
                + "the times of its words are uncertain. Listen to it, and say it differently with {shown|spoken}.");
        }

        if (doubtful.Length > NamedSentences)
        {
            context.Warn($"{doubtful.Length - NamedSentences} more sentences do not sound like their text. The model may not know this voice.");
        }

        // A sentence that the user's recording leaves out was not said, and has been warned of.
        var share = transcript.Words.Where(word => spans[word.Sentence].IsHeard)
            .Select(word => word.Timing == WordTiming.Recognized ? 1.0 : 0.0).DefaultIfEmpty(1).Average();
        if (doubtful.Length == 0 && share < ExpectedShare)
        {
            context.Warn($"Only {share:P0} of the words were recognised: the times of the others are estimated. The model may not know this voice.");
        }
    }
}
