using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Recordings;
using ShortsFactory.Scripts;

namespace ShortsFactory.Speech;

/// <summary>Speaks the script: a wave for each sentence, several at once. What the user has spoken is only looked for.</summary>
internal sealed class SpeechStage(IOptions<SpeechOptions> options, VoiceCatalog voices, Speaker speaker, ScriptLocator locator) : IStage
{
    /// <summary>Of the waves that the engines write: at most 22.05 kHz, 16 bit, mono.</summary>
    private const int BytesPerSecond = 44_100;

    private readonly SpeechOptions _options = options.Value;
    private readonly PreparedFor<VoiceChoice> _voices = new();

    public StageName Name => StageName.Speech;

    public DiskNeed EstimateDisk(TimeSpan duration) => new(Temporary: DiskNeed.Of(duration, BytesPerSecond), Delivered: 0);

    public async Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        if (draft.Recording is not null)
        {
            return;
        }

        var script = draft.Script;
        var voice = script.Voice is { } chosen
            ? await voices.ChooseAsync(chosen, context.Scope, cancellationToken).ConfigureAwait(false)
            : await voices.ChooseForAsync(script.Language, _options.Voice, context.Scope, cancellationToken).ConfigureAwait(false);
        if (!voice.Speaks(script.Language))
        {
            context.Warn($"The voice {voice.Id} speaks '{voice.Language}', but the script's language is '{script.Language}'; it may sound wrong.");
        }

        if (script.Pitch is not null && !voice.Engine.HasPitch)
        {
            context.Warn($"The voice {voice.Id} has a pitch of its own, and 'pitch' changes nothing. Delete it, or choose a voice of espeak-ng.");
        }

        _voices.Set(context, voice);
    }

    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        if (draft.Recording is { } recording)
        {
            var recorded = await locator.LocateAsync(draft, recording, context, cancellationToken).ConfigureAwait(false);
            return draft with { Narration = new Narration { Voice = "recording", Sentences = [], Recorded = recorded } };
        }

        var voice = _voices.Get(context);
        var version = await context.VersionOfAsync(voice.Engine).ConfigureAwait(false);
        var sentences = draft.Script.Sentences.ToArray();
        var spoken = new SpokenSentence[sentences.Length];
        var done = 0;
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _options.Parallelism > 0 ? _options.Parallelism : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(sentences, parallel, async (sentence, token) =>
        {
            var utterance = Describe(draft.Script, sentence, voice, context.Scope.PathOf($"sentence-{sentence.Index:0000}.wav"));
            await context.Cache.GetOrMakeAsync(
                SpeechKey.For(voice.Engine, version, utterance),
                [utterance.WavePath],
                () => speaker.SpeakAsync(voice, utterance, _options.SentenceTimeLimit, context.Scope, token),
                token).ConfigureAwait(false);
            spoken[sentence.Index] = new SpokenSentence { Sentence = sentence.Index, WavePath = context.Scope.Promote(utterance.WavePath) };
            var count = Interlocked.Increment(ref done);
            context.Progress.Report(new StageProgress(Name, (double)count / sentences.Length, $"sentence {count} of {sentences.Length}"));
        }).ConfigureAwait(false);
        return draft with { Narration = new Narration { Voice = voice.Id, Sentences = spoken } };
    }

    private Utterance Describe(Script script, Sentence sentence, VoiceChoice voice, string wavePath) => new()
    {
        Text = sentence.Spoken,
        Voice = voice.Name,
        WavePath = wavePath,
        Rate = script.Rate ?? (_options.Rate > 0 ? _options.Rate : null),
        Pitch = script.Pitch,
    };
}
