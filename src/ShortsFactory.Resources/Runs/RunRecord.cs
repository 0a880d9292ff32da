using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShortsFactory.Resources;

/// <summary>What a run tells other programs about itself, in a file in its directory.</summary>
internal sealed partial record RunRecord
{
    private const string FileName = "run.json";

    public required string Mark { get; init; }

    public required int ProcessId { get; init; }

    public required DateTimeOffset Started { get; init; }

    public RunStatus? Status { get; init; }

    /// <summary>Replaces the record as a whole: a reader sees the old one or the new one.</summary>
    public void Write(string directory)
    {
        var path = Path.Combine(directory, FileName);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this, Json.Default.RunRecord));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The record of a run, or <see langword="null"/> if it has none that can be read.</summary>
    public static RunRecord? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, FileName)), Json.Default.RunRecord);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // The run ended meanwhile, or died while it was being made.
            return null;
        }
    }

    [JsonSerializable(typeof(RunRecord))]
    private sealed partial class Json : JsonSerializerContext;
}
