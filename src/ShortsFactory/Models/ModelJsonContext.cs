using System.Text.Json.Serialization;

namespace ShortsFactory.Models;

/// <summary>Generated code that reads manifests; a manifest with missing or null members is refused.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
