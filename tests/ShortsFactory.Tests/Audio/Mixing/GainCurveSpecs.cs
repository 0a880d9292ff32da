using ShortsFactory.Audio.Mixing;

namespace ShortsFactory.Tests.Audio.Mixing;

public sealed class GainCurveSpecs
{
    private static readonly GainCurve Curve = new([new GainPoint(1_000, -4), new GainPoint(13_000, -12), new GainPoint(20_000, -12), new GainPoint(44_000, -4)]);

    [Fact]
    public void Blocks_of_any_length_get_the_gain_of_the_whole()
    {
        var whole = Ones(50_000);
        Curve.Apply(whole, 0);
        var parts = Ones(50_000);
        for (var (start, length) = (0, 1); start < 50_000; start += length, length = (length * 7 % 4_093) + 1)
        {
            Curve.Apply(parts.AsSpan(2 * start, 2 * Math.Min(length, 50_000 - start)), start);
        }

        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Gain_moves_without_a_step()
    {
        var gains = Ones(50_000);
        Curve.Apply(gains, 0);

        Assert.All(Enumerable.Range(1, 49_999), frame => Assert.InRange(gains[2 * frame] - gains[2 * (frame - 1)], -1e-4, 1e-4));
        Assert.Equal(Math.Pow(10, -4 / 20.0), gains[0], 4);
        Assert.Equal(Math.Pow(10, -12 / 20.0), gains[2 * 15_000], 4);
        Assert.Equal(Math.Pow(10, -4 / 20.0), gains[^1], 4);
        Assert.Equal(gains.Where((_, index) => index % 2 == 0), gains.Where((_, index) => index % 2 == 1));
    }

    [Fact]
    public void Fades_share_what_there_is_and_begin_and_end_in_silence()
    {
        var fade = Fade.Of(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), 48_000);
        var gains = Ones(50_000);
        fade.Apply(gains, 0);

        Assert.Equal((12_000, 36_000), (fade.In, fade.Out));
        Assert.InRange(gains[0], 0, 1e-6);
        Assert.InRange(gains[2 * 12_000], 0.999, 1);
        Assert.InRange(gains[2 * 47_999], 0, 1e-6);
        Assert.All(gains.Skip(2 * 48_000), gain => Assert.Equal(0, gain));
    }

    private static float[] Ones(int frames) => [.. Enumerable.Repeat(1f, 2 * frames)];
}
