using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>Writes an enum's member in camel case.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
