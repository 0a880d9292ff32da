using System.Text.Json;
using ShortsFactory.Resources;

namespace ShortsFactory.Models.Install;

/// <summary>
/// The checksums of archives of which the list tells none, as they were when they first came: the same model must have the same one
/// when it is installed again. A file in the directory of the user's models.
/// </summary>
internal sealed class ModelPins(string directory)
{
    private string FilePath => Path.Combine(directory, "pins.json");

    /// <summary>The checksum noted for a model; <see langword="null"/> if none is.</summary>
    public string? Find(string model) => Read().GetValueOrDefault(model);

    /// <summary>Notes a checksum.</summary>
    public Task AddAsync(string model, string sha256, CancellationToken cancellationToken)
    {
        var pins = Read();
        pins[model] = sha256;
        return AtomicFile.WriteTextAsync(FilePath, JsonSerializer.Serialize(pins, ModelJsonContext.Default.DictionaryStringString), cancellationToken);
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FilePath), ModelJsonContext.Default.DictionaryStringString) ?? [];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
        catch (JsonException exception)
        {
            throw new ModelInvalidException(directory, [$"pins.json is not a list of checksums: {exception.Message}"], exception);
        }
    }
}
