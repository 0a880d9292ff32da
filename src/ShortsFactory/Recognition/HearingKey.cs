using System.Runtime.InteropServices;
using ShortsFactory.Audio;
using ShortsFactory.Caching;
using ShortsFactory.Models;

namespace ShortsFactory.Recognition;

/// <summary>What the hearing of a sentence depends on: its samples, its words, the model and libvosk.</summary>
internal static class HearingKey
{
    // To be raised with any change of the recogniser program that could let it hear something else.
    private const int Version = 1;

    /// <summary>What all sentences have in common.</summary>
    public static CacheKey For(InstalledModel model, RecognizerInstallation installation) =>
        CacheKey.For("hearing", Version)
            .WithFile("model", Path.Combine(model.Directory, ModelManifest.FileName))
            .With("library", Fingerprint.OfLongFile(installation.Library));

    /// <summary>What one sentence adds.</summary>
    public static CacheKey Of(CacheKey common, string samples, IEnumerable<SpokenWord> words) =>
        common.With("samples", samples).WithEach("word", words.Select(word => word.Text));

    /// <summary>The fingerprints of the samples of each of <paramref name="spans"/> in the track at <paramref name="wavePath"/>.</summary>
    public static IReadOnlyList<string> Samples(string wavePath, IReadOnlyList<SentenceSpan> spans, int sampleRate)
    {
        using var reader = WaveReader.Open(wavePath);
        var track = reader.ReadMono();
        var ratio = SentenceSpan.SampleRate / sampleRate;
        return [.. spans.Select(span => Fingerprint.Of(MemoryMarshal.AsBytes(
            track.AsSpan((int)(span.StartSample / ratio)..(int)Math.Min(track.Length, span.EndSample / ratio)))))];
    }
}
