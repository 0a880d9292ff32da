using Microsoft.Extensions.Options;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Recordings;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;
using ShortsFactory.Speech;

namespace ShortsFactory.Audio;

/// <summary>
/// Makes one track of the sentences' waves: trimmed, spaced, at one loudness; a second rendering of it for recognition; and, if there is
/// to be music or effects, the mix of it with them.
/// </summary>
internal sealed class AudioStage(IOptions<AudioOptions> options, AccompanimentFinder finder, AccompanimentMixer mixer, Ffmpeg ffmpeg) : IStage
{
    private const int MasterRate = SentenceSpan.SampleRate;
    private const int MasterChannels = 2;
    private const int RecognitionRate = 16_000;
    private const int BytesPerSample = 2;
    private const int DecodedMusicBytesPerSecond = MasterRate * MasterChannels * sizeof(float);
    private const double LoudnessTolerance = 0.3;

    // The level is set for each sentence on its own, so that the edit of one leaves what was recognised of the others valid.
    private const float RecognitionPeak = 0.5f;

    private readonly ResamplerSet _toMaster = new(MasterRate);
    private readonly ResamplerSet _toRecognition = new(RecognitionRate);
    private readonly PreparedFor<Accompaniment> _accompaniments = new();

    /// <inheritdoc />
    public StageName Name => StageName.Audio;

    /// <inheritdoc />
    public DiskNeed EstimateDisk(TimeSpan duration) =>
        new(Temporary: DiskNeed.Of(duration, (BytesPerSample * ((2 * MasterRate * MasterChannels) + RecognitionRate)) + DecodedMusicBytesPerSecond), Delivered: 0);

    /// <inheritdoc />
    /// <exception cref="InvalidInputException">Music or an effect that was asked for cannot be used.</exception>
    public async Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken) =>
        _accompaniments.Set(context, await finder.FindAsync(draft, context.Scope, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    /// <exception cref="WaveFormatException">A sentence's wave is damaged or in a format that is not supported.</exception>
    /// <exception cref="SilentSpeechException">A sentence's wave holds nothing but silence.</exception>
    public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var narration = draft.Narration ?? throw new InvalidOperationException("The audio stage needs the narration of the speech stage.");
        string[] paths = [context.Scope.PathOf("master.wav"), context.Scope.PathOf("recognition.wav")];
        var soundtrack = await context.Cache.GetOrMakeAsync(
            draft.Recording is { } taken && narration.Recorded is { } heard
                ? SoundtrackKey.For(taken, heard, options.Value, draft.Script.Outro)
                : SoundtrackKey.For(draft.Script, narration, options.Value),
            paths,
            AudioJson.Default.Soundtrack,
            () => draft.Recording is { } recording && narration.Recorded is { } speech
                ? MakeAsync(recording, speech, draft.Script.Outro, paths[0], paths[1], context, cancellationToken)
                : MakeAsync(draft.Script, narration, paths[0], paths[1], context, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        soundtrack = soundtrack with { MasterPath = paths[0], RecognitionPath = paths[1] };
        soundtrack = await AccompanyAsync(soundtrack, _accompaniments.Get(context), draft, context, cancellationToken).ConfigureAwait(false);
        WarnIfSoft(soundtrack.IntegratedLufs, options.Value, context);
        Report(context, 1, detail: null);
        return draft with
        {
            Soundtrack = soundtrack with { MasterPath = context.Scope.Promote(soundtrack.MasterPath), RecognitionPath = context.Scope.Promote(paths[1]) },
        };
    }

    /// <summary>The mix is a result of its own, so that other music changes nothing else.</summary>
    private async Task<Soundtrack> AccompanyAsync(
        Soundtrack narration, Accompaniment wanted, Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var (accompaniment, frames) = AccompanimentMixer.Place(wanted, draft.Script, narration);
        if (accompaniment.IsNone)
        {
            return narration;
        }

        Report(context, 0.95, "music");
        var path = context.Scope.PathOf("mix.wav");
        var isRecorded = draft.Recording is not null;
        var mix = await context.Cache.GetOrMakeAsync(
            MixKey.For(await context.VersionOfAsync(ffmpeg).ConfigureAwait(false), narration, accompaniment, frames, isRecorded, options.Value),
            [path],
            AudioJson.Default.Mix,
            () => mixer.MixAsync(accompaniment, frames, narration, isRecorded, draft, path, context, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return narration with
        {
            MasterPath = path,
            IntegratedLufs = mix.IntegratedLufs,
            TruePeakDbtp = mix.TruePeakDbtp,
            Music = accompaniment is { Music: { } music, Settings: { } settings }
                ? new SoundtrackMusic { Name = music.Name, Credit = settings.Credit, BelowVoice = mix.MusicBelowVoice }
                : null,
            TransitionSounds = [.. accompaniment.Cues.Select(cue => cue.Sound.Name).Distinct(StringComparer.Ordinal)],
        };
    }

    private async Task<Soundtrack> MakeAsync(
        Script script, Narration narration, string masterPath, string recognitionPath, StageContext context, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var waves = await ReadAsync(script, narration, context, cancellationToken).ConfigureAwait(false);
        var lengths = waves.Select(wave => _toMaster.From(wave.SampleRate).OutputLength(wave.Samples.Length)).ToList();
        var layout = TrackLayout.Create(script, lengths, settings);
        var master = new float[layout.Length];
        var recognition = new float[layout.Length * RecognitionRate / MasterRate];
        await PlaceAsync(waves, layout, master, recognition, context, cancellationToken).ConfigureAwait(false);

        return await FinishAsync(
            master,
            layout.Spans,
            masterPath,
            recognitionPath,
            () => WriteAsync(recognitionPath, recognition, RecognitionRate, channels: 1, context.Scope, cancellationToken),
            context,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Soundtrack> MakeAsync(
        Recording recording, RecordedSpeech speech, TimeSpan outro, string masterPath, string recognitionPath, StageContext context, CancellationToken cancellationToken)
    {
        var track = RecordedTrack.Lay(speech, options.Value, outro);
        var master = await Task.Run(() => track.ReadMaster(recording.MasterPath), cancellationToken).ConfigureAwait(false);
        return await FinishAsync(
            master,
            track.Spans,
            masterPath,
            recognitionPath,
            () => track.WriteHearingAsync(recording.HearingPath, recognitionPath, context.Scope, cancellationToken),
            context,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Soundtrack> FinishAsync(
        float[] master,
        IReadOnlyList<SentenceSpan> spans,
        string masterPath,
        string recognitionPath,
        Func<Task> writeRecognition,
        StageContext context,
        CancellationToken cancellationToken)
    {
        var settings = options.Value;
        Report(context, 0.6, "loudness");
        var normalized = await Task.Run(
            () => LoudnessNormalizer.Normalize(master, MasterChannels, settings.TargetLufs, settings.TruePeakCeilingDbtp, cancellationToken),
            cancellationToken).ConfigureAwait(false);

        Report(context, 0.9, "writing");
        await Task.WhenAll(
            WriteAsync(masterPath, master, MasterRate, MasterChannels, context.Scope, cancellationToken), writeRecognition()).ConfigureAwait(false);
        return new Soundtrack
        {
            MasterPath = Path.GetFileName(masterPath),
            RecognitionPath = Path.GetFileName(recognitionPath),
            Duration = TimeSpan.FromTicks(master.LongLength * TimeSpan.TicksPerSecond / MasterRate),
            Sentences = spans,
            IntegratedLufs = normalized.Loudness.IntegratedLufs,
            TruePeakDbtp = normalized.Loudness.TruePeakDbtp,
        };
    }

    private static void Report(StageContext context, double fraction, string? detail) =>
        context.Progress.Report(new StageProgress(StageName.Audio, fraction, detail));

    private static void WarnIfSoft(double lufs, AudioOptions settings, StageContext context)
    {
        if (lufs < settings.TargetLufs - LoudnessTolerance)
        {
            context.Warn(
                $"The track has {lufs:0.0} LUFS instead of {settings.TargetLufs:0.0}, because its peaks would have to be pressed down by more than "
                + $"{LoudnessNormalizer.MaximumLimitingDecibels:0} dB. Lower Audio:TargetLufs, or choose a voice that is more even.");
        }
    }

    private static async Task WriteAsync(
        string path, float[] samples, int rate, int channels, ResourceScope scope, CancellationToken cancellationToken)
    {
        var writer = scope.CreateWave(path, rate, channels);
        await Task.Run(() => writer.Write(samples), cancellationToken).ConfigureAwait(false);

        // The header must be complete before the file moves on; the scope disposes again, and of a writer that did not get here.
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<SpeechWave[]> ReadAsync(Script script, Narration narration, StageContext context, CancellationToken cancellationToken)
    {
        var trimmer = new SilenceTrimmer(options.Value.MarginBefore, options.Value.MarginAfter);
        var pairs = script.Sentences.Zip(narration.Sentences).ToList();
        var waves = new SpeechWave[pairs.Count];
        await Parallel.ForAsync(0, waves.Length, cancellationToken, async (index, _) =>
        {
            var (sentence, spoken) = pairs[index];
            waves[index] = await SpeechWave.ReadAsync(sentence, spoken.WavePath, trimmer, context.Scope).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return waves;
    }

    private async Task PlaceAsync(
        SpeechWave[] waves, TrackLayout layout, float[] master, float[] recognition, StageContext context, CancellationToken cancellationToken)
    {
        var placed = 0;
        await Parallel.ForAsync(0, waves.Length, cancellationToken, (index, _) =>
        {
            var wave = waves[index];
            var start = (int)layout.Spans[index].StartSample;
            _toMaster.From(wave.SampleRate).Resample(wave.Samples.Span, master.AsSpan(start));

            var resampler = _toRecognition.From(wave.SampleRate);
            var heard = recognition.AsSpan(start / (MasterRate / RecognitionRate), resampler.OutputLength(wave.Samples.Length));
            resampler.Resample(wave.Samples.Span, heard);
            Scale(heard, RecognitionPeak);

            var done = Interlocked.Increment(ref placed);
            Report(context, 0.6 * done / waves.Length, $"sentence {done} of {waves.Length}");
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
    }

    private static void Scale(Span<float> samples, float wantedPeak)
    {
        // A wave with next to nothing below 8 kHz stays soft, rather than becoming loud noise.
        var peak = 0.001f;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] *= wantedPeak / peak;
        }
    }
}
