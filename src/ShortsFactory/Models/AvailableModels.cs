using System.Text.Json;

namespace ShortsFactory.Models;

/// <summary>The list of models that can be installed: <c>models/catalog.json</c>.</summary>
internal sealed record AvailableModels
{
    /// <summary>The list's name in the directory of models.</summary>
    public const string FileName = "catalog.json";

    /// <summary>The models.</summary>
    public required IReadOnlyList<AvailableModel> Models { get; init; }

    /// <summary>Reads the list in <paramref name="directory"/>; where there is none, nothing is available.</summary>
    /// <exception cref="ModelInvalidException">It does not say what it must.</exception>
    public static IReadOnlyList<AvailableModel> Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, ModelJsonContext.Default.AvailableModels)?.Models ?? [];
        }
        catch (JsonException exception)
        {
            throw new ModelInvalidException(directory, [$"{FileName} is not a list of models: {exception.Message}"], exception);
        }
    }
}
