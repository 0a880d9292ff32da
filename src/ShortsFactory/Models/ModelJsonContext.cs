using System.Text.Json.Serialization;

namespace ShortsFactory.Models;

/// <summary>Generated code for what is kept of models as JSON; what has missing or null members is refused.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(AvailableModels))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
