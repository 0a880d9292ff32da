using System.Text.Json;

namespace ShortsFactory.Models;

/// <summary>What a model is and which files it consists of: the file <c>manifest.json</c> in its directory.</summary>
internal sealed record ModelManifest
{
    /// <summary>The manifest's name in the model's directory.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language that it recognises, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>One sentence on what it is good for.</summary>
    public required string Description { get; init; }

    /// <summary>Under which licences it comes.</summary>
    public required string Licence { get; init; }

    /// <summary>Every file that the recogniser may read, at least one.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>Reads the manifest of the model in <paramref name="directory"/>.</summary>
    /// <exception cref="ModelInvalidException">There is none, or it does not say what it must.</exception>
    public static ModelManifest Read(string directory)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(directory, FileName));
            var manifest = JsonSerializer.Deserialize(stream, ModelJsonContext.Default.ModelManifest);
            return manifest is { Files.Count: > 0 }
                ? manifest
                : throw new ModelInvalidException(directory, [$"{FileName} lists no files"]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(directory, [$"{FileName} cannot be read: {exception.Message}"], exception);
        }
        catch (JsonException exception)
        {
            throw new ModelInvalidException(directory, [$"{FileName} is not a manifest: {exception.Message}"], exception);
        }
    }
}
