using ShortsFactory.Resources;

namespace ShortsFactory.Audio.Mixing;

/// <summary>Brings a stereo track to a loudness, with its true peaks below a ceiling, and writes it down; both channels get the same gain.</summary>
internal static class StereoNormalizer
{
    private const int FramesAtOnce = 512 * PeakEnvelope.BlockLength;
    private const int RoundLimit = 3;

    /// <summary>Reads a track twice, and writes it as 16 bit PCM at 48 kHz.</summary>
    /// <param name="open">Opens the track from its beginning.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="targetLufs">The wanted loudness in LUFS; it stays below if peaks would have to be pressed down too far.</param>
    /// <param name="ceilingDbtp">The highest true peak allowed, in dBTP.</param>
    /// <param name="scope">Owns the file while it is written.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>What the file measures.</returns>
    public static async Task<Loudness> WriteAsync(
        Func<IStereoSource> open, string path, double targetLufs, double ceilingDbtp, ResourceScope scope, CancellationToken cancellationToken)
    {
        var envelope = Read(open, cancellationToken);
        var ceiling = ceilingDbtp;
        for (var round = 1; ; round++)
        {
            var gains = LoudnessNormalizer.Plan(envelope.Peaks, envelope.Energies, channels: 1, targetLufs, ceiling, cancellationToken).Gains;
            await WriteAsync(open, gains, path, scope, cancellationToken).ConfigureAwait(false);
            var measured = LoudnessMeter.Measure(path, cancellationToken);
            if (measured.TruePeakDbtp <= ceilingDbtp || round == RoundLimit)
            {
                return measured;
            }

            // Sound close to the Nyquist frequency can pass the ceiling by a little.
            ceiling -= measured.TruePeakDbtp - ceilingDbtp;
        }
    }

    private static StereoEnvelope Read(Func<IStereoSource> open, CancellationToken cancellationToken)
    {
        using var source = open();
        return StereoEnvelope.Of(source, cancellationToken);
    }

    private static async Task WriteAsync(Func<IStereoSource> open, float[] gains, string path, ResourceScope scope, CancellationToken cancellationToken)
    {
        using var source = open();
        var writer = scope.CreateWave(path, SentenceSpan.SampleRate, channels: 2);
        var block = new float[2 * FramesAtOnce];
        for (var first = 0; source.Read(block) is > 0 and var frames; first += FramesAtOnce / PeakEnvelope.BlockLength)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = block.AsSpan(0, 2 * frames);
            Limiter.ApplyStereo(read, gains.AsSpan(first));
            writer.WriteFrames(read);
        }

        // The header must be complete before the file moves on.
        await writer.DisposeAsync().ConfigureAwait(false);
    }
}
