using ShortsFactory.Audio;

namespace ShortsFactory.Tests.Audio;

/// <summary>Test signals, and what is in a signal.</summary>
internal static class Signal
{
    public static float[] Sine(int sampleRate, double frequency, double seconds, double amplitude = 0.5, double phase = 0)
    {
        var samples = new float[(int)Math.Round(seconds * sampleRate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(amplitude * Math.Sin((2 * Math.PI * frequency * i / sampleRate) + phase));
        }

        return samples;
    }

    public static float[] Noise(int seed, int length, double amplitude)
    {
        var random = new Random(seed);
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            samples[i] = (float)(amplitude * ((2 * random.NextDouble()) - 1));
        }

        return samples;
    }

    /// <summary>The level of one frequency in decibels, with a sine of full scale at 0, behind a window that keeps others out.</summary>
    public static double LevelOf(ReadOnlySpan<float> samples, int sampleRate, double frequency)
    {
        var (real, imaginary, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            var place = 2 * Math.PI * i / samples.Length;
            var window = 0.35875 - (0.48829 * Math.Cos(place)) + (0.14128 * Math.Cos(2 * place)) - (0.01168 * Math.Cos(3 * place));
            var angle = 2 * Math.PI * frequency * i / sampleRate;
            real += window * samples[i] * Math.Cos(angle);
            imaginary += window * samples[i] * Math.Sin(angle);
            weight += window;
        }

        return 20 * Math.Log10(Math.Max(1e-12, 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / weight));
    }

    public static async Task<string> WriteAsync(TestRun run, string name, float[] mono, int sampleRate, int channels = 1)
    {
        var path = run.Scope.PathOf(name);
        await using var writer = WaveWriter.Create(path, sampleRate, channels);
        writer.Write(mono);
        return path;
    }

    public static float[] Read(string path)
    {
        using var reader = WaveReader.Open(path);
        return reader.ReadMono();
    }
}
