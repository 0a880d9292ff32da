using System.Text.Json.Serialization;

namespace ShortsFactory.Recognizer;

/// <summary>Generated code that reads libvosk's results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VoskResult))]
[JsonSerializable(typeof(VoskAlternatives))]
internal sealed partial class VoskJsonContext : JsonSerializerContext;
