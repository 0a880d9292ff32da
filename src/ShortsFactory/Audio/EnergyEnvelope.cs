namespace ShortsFactory.Audio;

/// <summary>The K-weighted energy of a track, block by block.</summary>
internal static class EnergyEnvelope
{
    private const int BlocksPerTask = 8_192;

    // The weighting's high-pass forgets what was before within 0.2 s, to the last digit; so parts can be weighted on their own.
    private const int BlocksToSettle = 600;

    /// <summary>Returns the sum of the squares of each block's K-weighted samples; the blocks are those of <see cref="PeakEnvelope"/>.</summary>
    public static double[] Of(float[] track, int sampleRate)
    {
        var energies = new double[(track.Length + PeakEnvelope.BlockLength - 1) / PeakEnvelope.BlockLength];
        Parallel.For(0, (energies.Length + BlocksPerTask - 1) / BlocksPerTask, task =>
        {
            var first = task * BlocksPerTask;
            var end = Math.Min(first + BlocksPerTask, energies.Length);
            var weighting = new KWeighting(sampleRate);
            for (var block = Math.Max(0, first - BlocksToSettle); block < end; block++)
            {
                var samples = track.AsSpan(block * PeakEnvelope.BlockLength);
                var energy = weighting.SumOfSquares(samples[..Math.Min(PeakEnvelope.BlockLength, samples.Length)]);
                if (block >= first)
                {
                    energies[block] = energy;
                }
            }
        });
        return energies;
    }
}
