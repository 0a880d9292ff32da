using System.Text.Json.Serialization;

namespace ShortsFactory.Caching;

/// <summary>Generated code that reads and writes indexes; one with missing or null members is refused.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(EntryIndex))]
internal sealed partial class CacheJson : JsonSerializerContext;
