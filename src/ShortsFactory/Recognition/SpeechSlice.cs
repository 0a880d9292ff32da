using System.Runtime.InteropServices;
using ShortsFactory.Audio;

namespace ShortsFactory.Recognition;

/// <summary>What is known of a sentence's speech before anybody listens to it.</summary>
/// <param name="Fingerprint">The fingerprint of its samples.</param>
/// <param name="Onset">When it becomes louder than the noise before it, in seconds from its first sample.</param>
internal readonly record struct SpeechSlice(string Fingerprint, double Onset)
{
    /// <summary>The slices of the track at <paramref name="wavePath"/>, one for each of <paramref name="spans"/>.</summary>
    public static IReadOnlyList<SpeechSlice> Read(string wavePath, IReadOnlyList<SentenceSpan> spans, int sampleRate)
    {
        using var reader = WaveReader.Open(wavePath);
        var track = reader.ReadMono();
        var ratio = SentenceSpan.SampleRate / sampleRate;
        return [.. spans.Select(span => Of(
            track.AsSpan((int)(span.StartSample / ratio)..(int)Math.Min(track.Length, span.EndSample / ratio)), sampleRate))];
    }

    private static SpeechSlice Of(ReadOnlySpan<float> samples, int sampleRate)
    {
        var speech = new SilenceTrimmer(TimeSpan.Zero, TimeSpan.Zero).Find(samples, sampleRate);
        return new SpeechSlice(Caching.Fingerprint.Of(MemoryMarshal.AsBytes(samples)), (double)(speech?.Start ?? 0) / sampleRate);
    }
}
