using Microsoft.Extensions.Options;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Audio.Mixing;

/// <summary>Puts music under the voice and sounds to the beginnings of scenes, and brings the whole to its loudness.</summary>
/// <remarks>Everything but effects is read in blocks, once to measure it and twice to mix it, so that no length takes memory.</remarks>
internal sealed class AccompanimentMixer(Ffmpeg ffmpeg, IOptions<AudioOptions> options)
{
    /// <summary>How far below the voice the loudest 400 ms of an effect are, in LU.</summary>
    private const double EffectDistance = 4;

    // A click of a millisecond would have to be far too high to be as loud as a voice.
    private const double EffectPeak = 0.4;

    private const double HighestEffectGain = 24;
    private const string MusicName = "decoded-music.wav";

    private readonly AudioOptions _options = options.Value;

    /// <summary>Where the cues' scenes begin to speak, in frames; cues of scenes that a recording leaves out are taken away.</summary>
    public static (Accompaniment Accompaniment, IReadOnlyList<long> Frames) Place(Accompaniment accompaniment, Script script, Soundtrack narration)
    {
        var placed = accompaniment.Cues.Select(cue => (Cue: cue, Frame: narration.FirstOf(script.Scenes[cue.Scene])?.StartSample)).Where(pair => pair.Frame is not null).ToList();
        return (accompaniment with { Cues = [.. placed.Select(pair => pair.Cue)] }, [.. placed.Select(pair => pair.Frame!.Value)]);
    }

    /// <summary>Mixes into <paramref name="path"/>.</summary>
    /// <exception cref="InvalidInputException">A sound is silent or cannot be decoded.</exception>
    public async Task<Mix> MixAsync(
        Accompaniment accompaniment, IReadOnlyList<long> cueFrames, Soundtrack narration, bool isRecorded, Short draft, string path, StageContext context, CancellationToken cancellationToken)
    {
        var voice = Measure(new StereoWave(narration.MasterPath), cancellationToken);
        var effects = await EffectsAsync(accompaniment, cueFrames, voice.Integrated, draft, context.Scope, cancellationToken).ConfigureAwait(false);
        Func<IStereoSource>? music = null;
        double? distance = null;
        if (accompaniment is { Music: { } choice, Settings: { } settings })
        {
            var frames = FramesOf(narration.MasterPath);
            await DecodeMusicAsync(choice, settings, narration.Duration, draft, context, cancellationToken).ConfigureAwait(false);
            var speech = SpeechStretch.Of(narration.Sentences, voice, isRecorded);
            music = Prepare(choice, settings, frames, speech, voice, context, draft, cancellationToken);
            var mixed = Measure(music(), cancellationToken);
            distance = speech.Where(span => !span.IsAside).Min(span => (double?)(voice.Mean(span.Start, span.End) - mixed.Mean(span.Start, span.End)));
            WarnIfNear(distance, settings, context);
        }

        var loudness = await Task.Run(
            () => StereoNormalizer.WriteAsync(
                () => new MixedTrack(new StereoWave(narration.MasterPath), music?.Invoke(), effects),
                path,
                _options.TargetLufs,
                _options.TruePeakCeilingDbtp,
                context.Scope,
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return new Mix { IntegratedLufs = loudness.IntegratedLufs, TruePeakDbtp = loudness.TruePeakDbtp, MusicBelowVoice = distance };
    }

    /// <summary>What ffmpeg decodes a sound with: two channels at 48 kHz, in numbers that cannot clip, no more of it than is heard.</summary>
    internal static IReadOnlyList<string> Arguments(string link, TimeSpan? from, bool skipsSilence, TimeSpan length, string output) =>
    [
        .. from is { } start ? ["-ss", FfmpegTime.Seconds(start)] : (string[])[],
        "-i", link, "-map", "0:a:0",
        .. skipsSilence ? ["-af", "silenceremove=start_periods=1:start_threshold=-60dB:detection=peak"] : (string[])[],
        "-t", FfmpegTime.Seconds(length), "-ac", "2", "-ar", "48000", "-c:a", "pcm_f32le", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav", output,
    ];

    private static void WarnIfNear(double? distance, MusicSettings settings, StageContext context)
    {
        if (distance < Ducking.MomentDistance && !settings.Duck)
        {
            context.Warn($"The music is only {distance:0} LU below the voice while it speaks; from {Ducking.MomentDistance:0} LU on, words are understood easily. Lower its volume, or leave 'duck' on.");
        }
    }

    private static long FramesOf(string wavePath)
    {
        using var reader = WaveReader.Open(wavePath);
        return reader.FrameCount;
    }

    private static LoudnessSteps Measure(IStereoSource source, CancellationToken cancellationToken)
    {
        using (source)
        {
            return LoudnessSteps.Of(source, cancellationToken);
        }
    }

    private Func<IStereoSource> Prepare(
        SoundChoice choice, MusicSettings settings, long frames, IReadOnlyList<SpeechStretch> speech, LoudnessSteps voice, StageContext context, Short draft, CancellationToken cancellationToken)
    {
        var path = context.Scope.PathOf(MusicName);
        long length;
        LoudnessSteps loudness;
        using (var music = Open())
        {
            length = music.Length;
            loudness = LoudnessSteps.Of(music, cancellationToken);
        }

        if (loudness.Integrated <= LoudnessMeter.SilenceLufs)
        {
            throw Silent(choice, "the music", draft);
        }

        // Louder music still keeps its distance from each sentence; softer music is softer everywhere.
        var louder = Math.Max(0, settings.Volume);
        var curve = settings.Duck
            ? new Ducking { UnderSpeech = _options.MusicUnderSpeech - louder, InPauses = _options.MusicInPauses - louder }.Write(speech, voice, loudness)
            : new GainCurve([new GainPoint(0, Math.Min(Ducking.HighestGain, voice.Integrated - loudness.Integrated - _options.MusicUnderSpeech + louder))]);
        curve = curve.Shift(Math.Min(0, settings.Volume));
        var fade = Fade.Of(settings.FadeIn ?? _options.MusicFadeIn, settings.FadeOut ?? _options.MusicFadeOut, length);
        return () => new BackgroundMusic(Open(), curve, fade);

        LoopedMusic Open() => new(path, frames, settings.Loop);
    }

    private async Task DecodeMusicAsync(
        SoundChoice choice, MusicSettings settings, TimeSpan length, Short draft, StageContext context, CancellationToken cancellationToken)
    {
        var path = context.Scope.PathOf(MusicName);
        if (choice.Link is null)
        {
            await GeneratedSound.WriteAsync(choice.Name, path, context.Scope).ConfigureAwait(false);
            return;
        }

        // The beat of a short loop needs the silence that it may begin with.
        var skips = settings.From is null && (choice.Duration == TimeSpan.Zero || choice.Duration >= LoopJoin.Song);
        await DecodeAsync(choice, Arguments(choice.Link, settings.From, skips, length, MusicName), context.Scope, cancellationToken).ConfigureAwait(false);
        if (FramesOf(path) == 0)
        {
            throw Silent(choice, "the music", draft);
        }
    }

    private async Task<IReadOnlyList<PlacedSound>> EffectsAsync(
        Accompaniment accompaniment, IReadOnlyList<long> cueFrames, double voiceLufs, Short draft, ResourceScope scope, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<SoundChoice, SoundEffect>();
        List<PlacedSound> placed = [];
        foreach (var (cue, frame) in accompaniment.Cues.Zip(cueFrames))
        {
            if (!loaded.TryGetValue(cue.Sound, out var effect))
            {
                effect = await LoadAsync(cue.Sound, $"decoded-effect-{loaded.Count}.wav", scope, cancellationToken).ConfigureAwait(false)
                    ?? throw Silent(cue.Sound, "the transition sound", draft);
                loaded.Add(cue.Sound, effect);
            }

            var decibels = Math.Min(HighestEffectGain, voiceLufs - EffectDistance - effect.Loudness) + cue.Volume;
            var gain = Math.Min(LoudnessMeter.ToAmplitude(decibels), EffectPeak * LoudnessMeter.ToAmplitude(Math.Max(0, cue.Volume)) / effect.Peak);
            placed.Add(new PlacedSound(effect, frame - effect.Anchor, (float)gain));
        }

        return placed;
    }

    private async Task<SoundEffect?> LoadAsync(SoundChoice sound, string name, ResourceScope scope, CancellationToken cancellationToken)
    {
        if (sound.Link is null)
        {
            return SoundEffect.Of(GeneratedSound.Make(sound.Name));
        }

        await DecodeAsync(
            sound, Arguments(sound.Link, from: null, skipsSilence: true, TimeSpan.FromSeconds(SoundEffect.LongestSeconds), name), scope, cancellationToken).ConfigureAwait(false);
        return SoundEffect.Read(scope.PathOf(name));
    }

    private async Task DecodeAsync(SoundChoice sound, IReadOnlyList<string> arguments, ResourceScope scope, CancellationToken cancellationToken)
    {
        try
        {
            await scope.RunAsync(ffmpeg.Convert(arguments, scope.Directory), cancellationToken).ConfigureAwait(false);
        }
        catch (ProcessFailedException exception)
        {
            throw new InvalidInputException("its sound cannot be decoded; the file is broken.", sound.Path, innerException: exception)
            {
                Advice = "Export or download it again, or name another one.",
            };
        }
    }

    private static InvalidInputException Silent(SoundChoice sound, string what, Short draft) =>
        new($"{what} '{sound.Name}' is silent.", sound.Line is null ? null : draft.Request.ScriptPath, sound.Line)
        {
            Advice = "Name another file, or another place in it with 'from:'.",
        };
}
