using System.Text.Json.Serialization;
using ShortsFactory.Batches;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Display;

/// <summary>The JSON form of events, each on one line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(JsonStringEnumConverter<BatchOutcome>), typeof(JsonStringEnumConverter<BatchShortState>), typeof(JsonStringEnumConverter<StageName>)])]
[JsonSerializable(typeof(BatchEvent))]
internal sealed partial class BatchEventJson : JsonSerializerContext;
