namespace ShortsFactory.Audio;

/// <summary>The true peak of a track, block by block.</summary>
internal static class PeakEnvelope
{
    /// <summary>Samples in a block: a third of a millisecond at 48 kHz.</summary>
    public const int BlockLength = 16;

    private const int BlocksPerTask = 1_024;

    /// <summary>Returns the highest true peak of each block of <see cref="BlockLength"/> samples; the last one may be shorter.</summary>
    public static float[] Of(float[] track, int sampleRate)
    {
        var filter = new TruePeakFilter(sampleRate);
        var peaks = new float[(track.Length + BlockLength - 1) / BlockLength];
        Parallel.For(0, (peaks.Length + BlocksPerTask - 1) / BlocksPerTask, task =>
        {
            var blocks = peaks.AsSpan(task * BlocksPerTask);
            blocks = blocks[..Math.Min(BlocksPerTask, blocks.Length)];
            var window = new float[(blocks.Length * BlockLength) + TruePeakFilter.Taps];
            var from = (task * BlocksPerTask * BlockLength) - TruePeakFilter.TapsBefore;
            var skipped = Math.Max(0, -from);
            var samples = track.AsSpan(from + skipped);
            samples[..Math.Min(samples.Length, window.Length - skipped)].CopyTo(window.AsSpan(skipped));
            for (var block = 0; block < blocks.Length; block++)
            {
                blocks[block] = filter.Peak(window.AsSpan(block * BlockLength), BlockLength);
            }
        });
        return peaks;
    }
}
