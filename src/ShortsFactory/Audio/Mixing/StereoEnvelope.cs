namespace ShortsFactory.Audio.Mixing;

/// <summary>What a stereo track measures, block by block (<see cref="PeakEnvelope.BlockLength"/>): 12 bytes for each third of a millisecond.</summary>
/// <param name="Peaks">The higher true peak of both channels.</param>
/// <param name="Energies">The sum of squares of both channels' K-weighted samples.</param>
internal sealed record StereoEnvelope(float[] Peaks, double[] Energies)
{
    private const int BlockLength = PeakEnvelope.BlockLength;
    private const int BlocksAtOnce = 512;
    private const int FramesAtOnce = BlocksAtOnce * BlockLength;

    // Peaks lag behind by a block, which is enough samples for what lies between two of them.
    private const int Before = 2 * BlockLength;
    private const int FirstTap = BlockLength - TruePeakFilter.TapsBefore;

    /// <summary>Reads a source to its end.</summary>
    public static StereoEnvelope Of(IStereoSource source, CancellationToken cancellationToken)
    {
        var filter = new TruePeakFilter(SentenceSpan.SampleRate);
        KWeighting[] weightings = [new(SentenceSpan.SampleRate), new(SentenceSpan.SampleRate)];
        float[][] windows = [new float[Before + FramesAtOnce], new float[Before + FramesAtOnce]];
        var interleaved = new float[2 * FramesAtOnce];
        List<float> peaks = [];
        List<double> energies = [];
        int blocks;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var frames = source.Read(interleaved);
            interleaved.AsSpan(2 * frames).Clear();
            blocks = (frames + BlockLength - 1) / BlockLength;
            var (peaksBefore, energiesBefore) = (peaks.Count, energies.Count);

            // One block more at the end, which brings the peaks up to date.
            peaks.AddRange(Enumerable.Repeat(0f, blocks + (blocks < BlocksAtOnce ? 1 : 0)));
            energies.AddRange(Enumerable.Repeat(0.0, blocks));
            for (var channel = 0; channel < 2; channel++)
            {
                var window = windows[channel];
                window.AsSpan(FramesAtOnce).CopyTo(window);
                for (var i = 0; i < FramesAtOnce; i++)
                {
                    window[Before + i] = interleaved[(2 * i) + channel];
                }

                for (var block = peaksBefore; block < peaks.Count && block - peaksBefore < BlocksAtOnce; block++)
                {
                    var peak = filter.Peak(window.AsSpan(FirstTap + ((block - peaksBefore) * BlockLength)), BlockLength);
                    peaks[block] = Math.Max(peaks[block], peak);
                }

                for (var block = 0; block < blocks; block++)
                {
                    energies[energiesBefore + block] += weightings[channel].SumOfSquares(window.AsSpan(Before + (block * BlockLength), BlockLength));
                }
            }
        }
        while (blocks == BlocksAtOnce);

        return new StereoEnvelope([.. peaks.Skip(1)], [.. energies]);
    }
}
