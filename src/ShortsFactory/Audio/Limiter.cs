using System.Runtime.CompilerServices;

namespace ShortsFactory.Audio;

/// <summary>
/// A limiter that looks ahead: its gain falls smoothly before a peak, is held, and recovers slowly after it, so that neither clicks
/// nor the pitch of a voice are heard in it. The gain is a line from block to block (<see cref="PeakEnvelope.BlockLength"/>). Thread-safe.
/// </summary>
internal sealed class Limiter
{
    private readonly int _attack;
    private readonly int _hold;
    private readonly float _release;

    /// <summary>Designs the limiter: 5 ms of attack, 10 ms of hold (a period of the deepest voice), and a release of 100 ms.</summary>
    /// <param name="sampleRate">In hertz.</param>
    public Limiter(int sampleRate)
    {
        var blocksPerSecond = (double)sampleRate / PeakEnvelope.BlockLength;
        _attack = (int)Math.Ceiling(0.005 * blocksPerSecond);
        _hold = (int)Math.Ceiling(0.010 * blocksPerSecond);
        _release = (float)(1 - Math.Exp(-1 / (0.100 * blocksPerSecond)));
    }

    /// <summary>The gain at the beginning of each block, and at the end of the last one, that keeps all true peaks below a ceiling.</summary>
    /// <param name="peaks">The true peak of each block.</param>
    /// <param name="scale">A gain that is applied first, and is part of the result.</param>
    /// <param name="ceiling">The highest true peak to let through.</param>
    public float[] Gains(ReadOnlySpan<float> peaks, float scale, float ceiling)
    {
        var gains = new float[peaks.Length + 1];
        gains.AsSpan().Fill(1);
        for (var block = 0; block < peaks.Length; block++)
        {
            // Both ends of a block's line must be low enough for its peak.
            var allowed = Math.Min(1, ceiling / (scale * peaks[block]));
            gains[block] = Math.Min(gains[block], allowed);
            gains[block + 1] = allowed;
        }

        gains = LowestAround(gains);
        Recover(gains);
        gains = Smooth(gains);
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] *= scale;
        }

        return gains;
    }

    /// <summary>Multiplies samples by the gain's line.</summary>
    /// <param name="samples">The samples of whole blocks, save for the last one, which may be shorter.</param>
    /// <param name="gains">The gain at the beginning of each block, and at the end of the last one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> samples, ReadOnlySpan<float> gains)
    {
        for (var block = 0; block * PeakEnvelope.BlockLength < samples.Length; block++)
        {
            var line = samples[(block * PeakEnvelope.BlockLength)..];
            line = line[..Math.Min(PeakEnvelope.BlockLength, line.Length)];
            var gain = gains[block];
            var slope = (gains[block + 1] - gain) / PeakEnvelope.BlockLength;
            for (var i = 0; i < line.Length; i++)
            {
                line[i] *= gain + (slope * i);
            }
        }
    }

    /// <summary>Multiplies frames, left and right in turn, by the gain's line; the same for both, so that nothing moves between them.</summary>
    /// <param name="interleaved">The frames of whole blocks, save for the last one, which may be shorter.</param>
    /// <param name="gains">The gain at the beginning of each block, and at the end of the last one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ApplyStereo(Span<float> interleaved, ReadOnlySpan<float> gains)
    {
        for (var frame = 0; 2 * frame < interleaved.Length; frame++)
        {
            var (block, place) = Math.DivRem(frame, PeakEnvelope.BlockLength);
            var gain = gains[block] + ((gains[block + 1] - gains[block]) * place / PeakEnvelope.BlockLength);
            interleaved[2 * frame] *= gain;
            interleaved[(2 * frame) + 1] *= gain;
        }
    }

    /// <summary>For each place, the lowest gain from the hold before it to the attack after it, by a queue of rising minima.</summary>
    private float[] LowestAround(float[] gains)
    {
        var lowest = new float[gains.Length];
        var candidates = new int[gains.Length];
        var (head, tail) = (0, 0);
        for (var next = 0; next < gains.Length + _attack; next++)
        {
            if (next < gains.Length)
            {
                while (tail > head && gains[candidates[tail - 1]] >= gains[next])
                {
                    tail--;
                }

                candidates[tail++] = next;
            }

            var place = next - _attack;
            if (place >= 0)
            {
                while (candidates[head] < place - _hold)
                {
                    head++;
                }

                lowest[place] = gains[candidates[head]];
            }
        }

        return lowest;
    }

    private void Recover(Span<float> gains)
    {
        var current = 1f;
        for (var i = 0; i < gains.Length; i++)
        {
            current = Math.Min(gains[i], current + ((1 - current) * _release));
            gains[i] = current;
        }
    }

    /// <summary>
    /// A triangular mean over the attack that precedes each place. All that it takes in has seen the place's own peak ahead,
    /// so the mean is low enough for that peak too.
    /// </summary>
    private float[] Smooth(float[] gains) => Mean(Mean(gains, (_attack / 2) + 1), _attack - (_attack / 2) + 1);

    private static float[] Mean(float[] values, int length)
    {
        var means = new float[values.Length];
        var sum = (double)values[0] * length;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] - (double)values[Math.Max(0, i - length)];
            means[i] = (float)(sum / length);
        }

        return means;
    }
}
