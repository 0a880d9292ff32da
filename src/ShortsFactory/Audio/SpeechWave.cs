using ShortsFactory.Resources;
using ShortsFactory.Scripts;

namespace ShortsFactory.Audio;

/// <summary>A sentence's speech at its own rate, with the silence around it trimmed and its edges faded.</summary>
/// <param name="Samples">The samples, mixed down to one channel.</param>
/// <param name="SampleRate">In hertz.</param>
internal sealed record SpeechWave(ReadOnlyMemory<float> Samples, int SampleRate)
{
    private static readonly TimeSpan Fade = TimeSpan.FromMilliseconds(4);

    /// <summary>Reads and trims the wave of <paramref name="sentence"/>, in a scope of its own inside <paramref name="parent"/>.</summary>
    /// <exception cref="WaveFormatException">The file is damaged or in a format that is not supported.</exception>
    /// <exception cref="SilentSpeechException">There is nothing but silence.</exception>
    public static async Task<SpeechWave> ReadAsync(Sentence sentence, string path, SilenceTrimmer trimmer, ResourceScope parent)
    {
        var scope = parent.Open($"sentence-{sentence.Index}");
        await using (scope.ConfigureAwait(false))
        {
            var reader = scope.OpenWave(path);
            return Read(reader, trimmer) ?? throw new SilentSpeechException(sentence.Index, sentence.Line, sentence.Text, path);
        }
    }

    /// <summary>Reads and trims a sentence's wave.</summary>
    /// <returns>The speech, or <see langword="null"/> if there is nothing but silence.</returns>
    /// <exception cref="WaveFormatException">The file is damaged or in a format that is not supported.</exception>
    public static SpeechWave? Read(WaveReader reader, SilenceTrimmer trimmer)
    {
        var samples = reader.ReadMono();
        var rate = reader.Format.SampleRate;
        if (trimmer.Find(samples, rate) is not { } speech)
        {
            return null;
        }

        var range = speech.Start..speech.End;
        FadeEdges(samples.AsSpan(range), (int)(Fade.TotalSeconds * rate));
        return new SpeechWave(samples.AsMemory(range), rate);
    }

    /// <summary>A raised cosine at both ends, because a wave that starts or stops off zero clicks.</summary>
    private static void FadeEdges(Span<float> samples, int length)
    {
        length = Math.Min(length, samples.Length / 2);
        for (var i = 0; i < length; i++)
        {
            var gain = (float)(0.5 - (0.5 * Math.Cos(Math.PI * (i + 0.5) / length)));
            samples[i] *= gain;
            samples[^(i + 1)] *= gain;
        }
    }
}
