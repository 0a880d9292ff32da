namespace ShortsFactory.Audio.Mixing;

/// <summary>A gain over time: points in decibels, with a half cosine from each to the next, constant before the first and after the last one.</summary>
/// <param name="Points">The points in order of time, at least one.</param>
internal sealed record GainCurve(IReadOnlyList<GainPoint> Points)
{
    // Between places a millisecond apart the gain is a line, which nobody hears and which is quickly calculated.
    private const int Grid = SentenceSpan.SampleRate / 1_000;

    /// <summary>The same curve, higher or lower.</summary>
    public GainCurve Shift(double decibels) => new([.. Points.Select(point => point with { Decibels = point.Decibels + decibels })]);

    /// <summary>The gain at a frame, in dB.</summary>
    public double At(long frame)
    {
        var next = FirstAfter(frame);
        if (next == 0 || next == Points.Count)
        {
            return Points[Math.Max(0, next - 1)].Decibels;
        }

        var (from, to) = (Points[next - 1], Points[next]);
        var place = (double)(frame - from.Frame) / (to.Frame - from.Frame);
        return from.Decibels + ((to.Decibels - from.Decibels) * (0.5 - (0.5 * Math.Cos(Math.PI * place))));
    }

    /// <summary>Multiplies frames, left and right in turn, by the gain.</summary>
    /// <param name="interleaved">The frames.</param>
    /// <param name="first">The place of the first one.</param>
    public void Apply(Span<float> interleaved, long first)
    {
        var frames = interleaved.Length / 2;
        for (var i = 0; i < frames;)
        {
            var cell = (first + i) / Grid * Grid;
            var (from, to) = (LoudnessMeter.ToAmplitude(At(cell)), LoudnessMeter.ToAmplitude(At(cell + Grid)));
            for (; i < frames && first + i < cell + Grid; i++)
            {
                var gain = (float)(from + ((to - from) * (first + i - cell) / Grid));
                interleaved[2 * i] *= gain;
                interleaved[(2 * i) + 1] *= gain;
            }
        }
    }

    private int FirstAfter(long frame)
    {
        var (low, high) = (0, Points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].Frame <= frame ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
