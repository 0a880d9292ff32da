using System.Text.Json.Serialization;

namespace ShortsFactory.Recognition.Protocol;

/// <summary>Generated code for the protocol: reflection would take time from the start of the recogniser.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecognizerRequest))]
[JsonSerializable(typeof(RecognizerAnswer))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
