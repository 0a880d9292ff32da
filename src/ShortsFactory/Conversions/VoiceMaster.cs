using Microsoft.Extensions.Options;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Media;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>Brings a recording to the loudness of finished shorts, as two speakers will play its one channel.</summary>
internal sealed class VoiceMaster(Ffmpeg ffmpeg, IOptions<AudioOptions> options)
{
    private const string Decoded = "voice-decoded.wav";
    private const string Levelled = "voice-levelled.wav";
    private const string Master = "voice.wav";

    /// <summary>Both channels are the same; one of them is taken, so that its samples stay as they are.</summary>
    private const string OneOfTwo = "pan=mono|c0=c0";

    private readonly AudioOptions _options = options.Value;

    /// <summary>The first sound of a source as a track of one channel, in the scope's directory.</summary>
    /// <exception cref="InvalidInputException">It is silent.</exception>
    public async Task<Source> LevelAsync(Source source, ResourceScope scope, CancellationToken cancellationToken)
    {
        await scope.RunAsync(ffmpeg.Convert(Decode(source), scope.Directory), cancellationToken).ConfigureAwait(false);
        var given = await Task.Run(() => LoudnessMeter.Measure(scope.PathOf(Decoded), cancellationToken), cancellationToken).ConfigureAwait(false);
        if (given.IntegratedLufs <= LoudnessMeter.SilenceLufs)
        {
            throw new InvalidInputException("nothing is heard in it.", source.Path) { Advice = "Choose a recording with a voice." };
        }

        await StereoNormalizer.WriteAsync(
            () => new StereoWave(scope.PathOf(Decoded)), scope.PathOf(Levelled), _options.TargetLufs, _options.TruePeakCeilingDbtp, scope, cancellationToken).ConfigureAwait(false);
        await scope.RunAsync(ffmpeg.Convert(["-i", Levelled, "-af", OneOfTwo, "-c:a", "pcm_s16le", "-f", "wav", Master], scope.Directory), cancellationToken).ConfigureAwait(false);
        return source with { Kind = SourceKind.Sound, Input = ["-i", Master] };
    }

    private static IReadOnlyList<string> Decode(Source source) =>
        [.. source.Input, .. SoundFilters.Alone, "-af", "aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0,aresample=48000", "-c:a", "pcm_f32le", "-rf64", "auto", "-f", "wav", Decoded];
}
