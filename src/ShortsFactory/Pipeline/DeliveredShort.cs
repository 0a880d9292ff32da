using System.Text.Json;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Pipeline;

/// <summary>A short that an earlier run has delivered.</summary>
internal static class DeliveredShort
{
    /// <summary>Its manifest, if it was made from <paramref name="inputs"/> and each of its files is still what the manifest says; else <see langword="null"/>.</summary>
    public static async Task<Manifest?> FindAsync(ShortRequest request, string inputs, CancellationToken cancellationToken)
    {
        try
        {
            var stream = File.OpenRead(Path.ChangeExtension(request.OutputPath, ".json"));
            await using (stream.ConfigureAwait(false))
            {
                var manifest = await JsonSerializer.DeserializeAsync(stream, ManifestJson.Default.Manifest, cancellationToken).ConfigureAwait(false);
                return manifest is { Files.Count: > 0 } && string.Equals(manifest.Inputs, inputs, StringComparison.Ordinal)
                    && manifest.Files.All(file => IsWhole(Path.Combine(Path.GetDirectoryName(request.OutputPath)!, Path.GetFileName(file.Name)), file))
                    ? manifest
                    : null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // There is none, or it is something else: the short is made.
            return null;
        }
    }

    private static bool IsWhole(string path, ManifestFile file) =>
        new FileInfo(path) is { Exists: true } found && found.Length == file.Size && string.Equals(Fingerprint.OfFile(path), file.Sha256, StringComparison.Ordinal);
}
