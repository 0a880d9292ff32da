using System.Globalization;
using ShortsFactory.Audio;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>
/// Encodes a track to what is delivered, and holds the result to its loudness and its peaks: a lossy codec moves both, by how much is only
/// known afterwards. What does not measure as it must is encoded again from a track with a lower ceiling.
/// </summary>
internal sealed class SoundEncoder(Ffmpeg ffmpeg, ProcessorSlots slots)
{
    /// <summary>The highest true peak of what is delivered, in dBTP: what the platforms ask for.</summary>
    public const double TruePeakLimit = -1;

    /// <summary>How far its loudness may be from that of the track, in LU.</summary>
    public const double LoudnessTolerance = 0.5;

    /// <summary>
    /// Samples of silence that an AAC-LC encoder puts before the first one. As no edit list hides them in the delivered file,
    /// as many are taken from the track's silent beginning: then each decoded sample is at its place to the sample.
    /// </summary>
    public const int EncoderDelay = 1024;

    private const int TryLimit = 4;
    private const int Version = 1;

    /// <summary>How far meters that all keep to the standard are apart where sound reaches up to the Nyquist frequency, in dB: measured 0.3.</summary>
    private const double MeterTolerance = 0.3;

    // A ceiling that is lowered by what was too much meets the limit half of the time; a little more meets it.
    private const double Reserve = 0.15;

    /// <summary>Peaks above the limit are heard as crackling; a loudness that is off by as much is hardly heard at all.</summary>
    private const double PeakWeight = 10;

    private const string Source = "sound-source.wav";
    private const string Lowered = "sound-lowered.wav";
    private const string Decoded = "sound-decoded.wav";

    /// <summary>What the delivered sound depends on.</summary>
    public static CacheKey KeyFor(string ffmpegVersion, Soundtrack track, int bitsPerSecond) => CacheKey.For("sound", Version)
        .With("ffmpeg", ffmpegVersion)
        .WithEach("argument", Arguments(Source, bitsPerSecond))
        .WithFile("track", track.MasterPath);

    /// <summary>Puts the encoded track into the scope's directory under the name <see cref="EncodedSound.FileName"/>.</summary>
    /// <param name="track">The track; its loudness is what is to be delivered.</param>
    /// <param name="bitsPerSecond">The bit rate.</param>
    /// <param name="scope">Owns what is made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EncodedSound> EncodeAsync(Soundtrack track, int bitsPerSecond, ResourceScope scope, CancellationToken cancellationToken)
    {
        using var slot = await slots.EnterAsync(cancellationToken).ConfigureAwait(false);
        return await MakeAsync(track, bitsPerSecond, scope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The run that encodes a track; the file has no edit list, and the index in front.</summary>
    internal static IReadOnlyList<string> Arguments(string source, int bitsPerSecond) =>
    [
        "-i", source,
        "-af", string.Create(CultureInfo.InvariantCulture, $"atrim=start_sample={EncoderDelay}"),
        "-c:a", "aac", "-profile:a", "aac_low", "-b:a", bitsPerSecond.ToString(CultureInfo.InvariantCulture), "-ar", "48000", "-ac", "2",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-use_editlist", "0", "-movflags", "+faststart", "-f", "mp4", EncodedSound.FileName,
    ];

    /// <summary>What is wrong with a delivered sound; 0 if nothing is.</summary>
    internal static double Fault(Loudness measured, double wantedLufs) =>
        (PeakWeight * PeakExcess(measured)) + Math.Max(0, Math.Abs(measured.IntegratedLufs - wantedLufs) - LoudnessTolerance);

    private static double PeakExcess(Loudness measured) => Math.Max(0, measured.TruePeakDbtp - (TruePeakLimit - MeterTolerance));

    private async Task<EncodedSound> MakeAsync(Soundtrack track, int bitsPerSecond, ResourceScope scope, CancellationToken cancellationToken)
    {
        var (source, ceiling, given) = (Source, track.TruePeakDbtp, (Loudness?)null);
        File.CreateSymbolicLink(scope.PathOf(Source), track.MasterPath);
        (EncodedSound Sound, double Fault, string Source)? best = null;
        for (var round = 1; round <= TryLimit; round++)
        {
            await scope.RunAsync(ffmpeg.Convert(Arguments(source, bitsPerSecond), scope.Directory), cancellationToken).ConfigureAwait(false);
            var measured = await MeasureAsync(scope, cancellationToken).ConfigureAwait(false);
            var fault = Fault(measured, track.IntegratedLufs);
            if (best is null || fault < best.Value.Fault)
            {
                best = (new EncodedSound { Loudness = measured, Tries = round }, fault, source);
            }

            if (fault == 0 || round == TryLimit)
            {
                break;
            }

            ceiling -= PeakExcess(measured) is > 0 and var excess ? excess + Reserve : 0;
            given ??= LoudnessMeter.Measure(scope.PathOf(source), cancellationToken);
            var target = track.IntegratedLufs - (measured.IntegratedLufs - given.Value.IntegratedLufs);
            source = $"{round}-{Lowered}";
            given = await StereoNormalizer.WriteAsync(
                () => new StereoWave(track.MasterPath), scope.PathOf(source), target, ceiling, scope, cancellationToken).ConfigureAwait(false);
        }

        if (!string.Equals(best!.Value.Source, source, StringComparison.Ordinal))
        {
            await scope.RunAsync(ffmpeg.Convert(Arguments(best.Value.Source, bitsPerSecond), scope.Directory), cancellationToken).ConfigureAwait(false);
        }

        return best.Value.Sound;
    }

    /// <summary>Decoded as floating point, so that peaks above full scale, which a lossy codec can make, are not clipped.</summary>
    private async Task<Loudness> MeasureAsync(ResourceScope scope, CancellationToken cancellationToken)
    {
        string[] arguments = ["-i", EncodedSound.FileName, "-map", "0:a:0", "-c:a", "pcm_f32le", "-f", "wav", Decoded];
        await scope.RunAsync(ffmpeg.Convert(arguments, scope.Directory), cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => LoudnessMeter.Measure(scope.PathOf(Decoded), cancellationToken), cancellationToken).ConfigureAwait(false);
    }
}
