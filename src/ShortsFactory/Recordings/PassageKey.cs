using System.Runtime.InteropServices;
using ShortsFactory.Audio;
using ShortsFactory.Caching;
using ShortsFactory.Models;
using ShortsFactory.Recognition;

namespace ShortsFactory.Recordings;

/// <summary>What the hearing of a passage depends on: its samples, the model, libvosk, and what may be said.</summary>
internal static class PassageKey
{
    private const int Version = 1;

    /// <summary>What all passages have in common.</summary>
    public static CacheKey For(InstalledModel model, RecognizerInstallation installation, IReadOnlyList<string>? phrases) =>
        CacheKey.For("passage", Version)
            .WithFile("model", Path.Combine(model.Directory, ModelManifest.FileName))
            .With("library", Fingerprint.OfLongFile(installation.Library))
            .With("said", phrases is null ? "anything" : "phrases")
            .WithEach("phrase", phrases ?? []);

    /// <summary>The fingerprints of the passages' samples.</summary>
    public static IReadOnlyList<string> Samples(string wavePath, IReadOnlyList<(long Start, long End)> passages)
    {
        using var reader = WaveReader.Open(wavePath);
        return [.. passages.Select(passage => Sample(reader, passage.Start, passage.End))];
    }

    private static string Sample(WaveReader reader, long start, long end)
    {
        var samples = new float[end - start];
        reader.MoveTo(start);
        return Fingerprint.Of(MemoryMarshal.AsBytes(samples.AsSpan(0, reader.Fill(samples))));
    }
}
