namespace ShortsFactory.Audio.Mixing;

/// <summary>Makes the generated effects: noise and tones behind filters and envelopes, left and right in turn, at 48 kHz.</summary>
internal static class Synthesis
{
    private const int Rate = SentenceSpan.SampleRate;

    /// <summary>Air that rushes past from left to right: its pitch rises to the loudest moment, half a second in, and falls faster after it.</summary>
    public static float[] Whoosh()
    {
        const double before = 0.5;
        const double after = 0.45;
        var (left, right) = (new SweptNoise(1), new SweptNoise(2));
        return Make(before + after, time =>
        {
            var place = time < before ? time / before : 1 - ((time - before) / after);
            var envelope = place * place * place;
            var frequency = 300 * Math.Pow(10, place);
            var angle = Math.PI / 2 * time / (before + after);
            return (envelope * Math.Cos(angle) * left.Next(frequency, 1.1), envelope * Math.Sin(angle) * right.Next(frequency, 1.1));
        });
    }

    /// <summary>A drop of water: a tone whose pitch leaps up while it dies away.</summary>
    public static float[] Pop()
    {
        var phase = 0.0;
        return Make(0.14, time =>
        {
            phase += 2 * Math.PI * (420 + (900 * (1 - Math.Exp(-time / 0.03)))) / Rate;
            var value = Math.Sin(phase) * Math.Min(1, time / 0.003) * Math.Exp(-time / 0.03);
            return (value, value);
        });
    }

    /// <summary>Tension that grows for a second and a half, a chord of rising tones in rising noise, and breaks off.</summary>
    public static float[] Riser()
    {
        const double before = 1.5;
        const double after = 0.12;
        var (left, right) = (new SweptNoise(3), new SweptNoise(4));
        double[] ratios = [1, 1.498, 2.004, 2.997];
        var phases = new double[ratios.Length];
        return Make(before + after, time =>
        {
            var place = Math.Min(1, time / before);
            var fall = time < before ? 1 : Math.Pow(1 - ((time - before) / after), 2);
            var (tonesLeft, tonesRight) = (0.0, 0.0);
            for (var i = 0; i < ratios.Length; i++)
            {
                phases[i] += 2 * Math.PI * 165 * ratios[i] * Math.Pow(2, place * place) / Rate;
                var tone = Math.Sin(phases[i]) / (i + 1);
                (tonesLeft, tonesRight) = (tonesLeft + (tone * (i % 2 == 0 ? 1 : 0.5)), tonesRight + (tone * (i % 2 == 0 ? 0.5 : 1)));
            }

            var noise = 400 * Math.Pow(15, place);
            var envelope = place * place * fall;
            return (envelope * ((0.35 * tonesLeft) + left.Next(noise, 1.4)), envelope * ((0.35 * tonesRight) + right.Next(noise, 1.4)));
        });
    }

    private static float[] Make(double seconds, Func<double, (double Left, double Right)> at)
    {
        var samples = new float[2 * (int)(seconds * Rate)];
        var peak = 0f;
        for (var frame = 0; frame < samples.Length / 2; frame++)
        {
            var (left, right) = at((double)frame / Rate);
            (samples[2 * frame], samples[(2 * frame) + 1]) = ((float)left, (float)right);
            peak = Math.Max(peak, Math.Max(Math.Abs(samples[2 * frame]), Math.Abs(samples[(2 * frame) + 1])));
        }

        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] *= 0.5f / peak;
        }

        return samples;
    }
}
