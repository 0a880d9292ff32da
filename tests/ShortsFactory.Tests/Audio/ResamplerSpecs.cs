using System.Numerics;
using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

public sealed class ResamplerSpecs
{
    public static TheoryData<int, int> Rates => new()
    {
        { 16_000, 48_000 }, { 22_050, 48_000 }, { 8_000, 48_000 }, { 48_000, 16_000 }, { 22_050, 16_000 },
        { 44_100, 48_000 }, { 44_100, 16_000 }, { 24_000, 16_000 }, { 11_025, 16_000 }, { 96_000, 48_000 },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void An_impulse_lands_exactly_where_it_was(int inputRate, int outputRate)
    {
        // A whole number of periods of the ratio from the start, so that the place is a whole sample at both rates.
        var period = inputRate / (int)BigInteger.GreatestCommonDivisor(inputRate, outputRate);
        var place = period * ((2_000 / period) + 1);
        var input = new float[2 * place];
        input[place] = 1;
        var output = Resample(input, inputRate, outputRate);

        var expected = (int)((long)place * outputRate / inputRate);
        Assert.Equal(expected, Array.IndexOf(output, output.Max()));
        for (var distance = 1; distance < 40; distance++)
        {
            Assert.Equal(output[expected - distance], output[expected + distance], 1e-6f);
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_length_is_exact(int inputRate, int outputRate)
    {
        var resampler = new Resampler(inputRate, outputRate);
        foreach (var length in (int[])[0, 1, 2, 7, 999, 1_000, inputRate])
        {
            Assert.Equal((int)Math.Ceiling((decimal)length * outputRate / inputRate), resampler.OutputLength(length));
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void What_both_rates_can_hold_passes_unchanged(int inputRate, int outputRate)
    {
        foreach (var share in (double[])[0.001, 0.1, 0.5, 0.8, 0.89])
        {
            var frequency = share * Math.Min(inputRate, outputRate) / 2;
            var output = Resample(Signal.Sine(inputRate, frequency, 0.5, 0.5, phase: 0.3), inputRate, outputRate);
            var expected = Signal.Sine(outputRate, frequency, 0.5, 0.5, phase: 0.3);
            var margin = outputRate / 20;
            for (var i = margin; i < expected.Length - margin; i++)
            {
                Assert.Equal(expected[i], output[i], 3e-4f);
            }
        }
    }

    [Theory]
    [InlineData(16_000, 48_000)]
    [InlineData(22_050, 48_000)]
    [InlineData(8_000, 48_000)]
    public void Images_are_80_decibels_down(int inputRate, int outputRate)
    {
        for (var share = 0.05; share < 1; share += 0.05)
        {
            var frequency = share * inputRate / 2;
            var output = Resample(Signal.Sine(inputRate, frequency, 0.5, 1), inputRate, outputRate);
            var steady = output.AsSpan(outputRate / 20, outputRate * 2 / 5);
            for (var image = inputRate - frequency; image < outputRate / 2; image += inputRate)
            {
                Assert.InRange(Signal.LevelOf(steady, outputRate, image), -300, -80);
            }
        }
    }

    [Theory]
    [InlineData(48_000, 16_000)]
    [InlineData(44_100, 16_000)]
    [InlineData(22_050, 16_000)]
    public void Aliases_are_80_decibels_down(int inputRate, int outputRate)
    {
        for (var frequency = (outputRate / 2) + 50.0; frequency < inputRate / 2; frequency += 370)
        {
            var output = Resample(Signal.Sine(inputRate, frequency, 0.5, 1), inputRate, outputRate);
            var alias = Math.Abs(frequency - (outputRate * Math.Round(frequency / outputRate)));
            Assert.InRange(Signal.LevelOf(output.AsSpan(outputRate / 20, outputRate * 2 / 5), outputRate, alias), -300, -80);
        }
    }

    [Fact]
    public void A_constant_stays_the_same_constant()
    {
        var input = new float[2_205];
        input.AsSpan().Fill(0.5f);
        Assert.All(Resample(input, 22_050, 48_000)[400..^400], sample => Assert.Equal(0.5f, sample, 1e-5f));
    }

    private static float[] Resample(float[] input, int inputRate, int outputRate)
    {
        var resampler = new Resampler(inputRate, outputRate);
        var output = new float[resampler.OutputLength(input.Length)];
        resampler.Resample(input, output);
        return output;
    }
}
