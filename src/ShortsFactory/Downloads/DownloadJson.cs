using System.Text.Json.Serialization;
using ShortsFactory.Downloads.Files;
using ShortsFactory.Downloads.Store;

namespace ShortsFactory.Downloads;

/// <summary>Generated code for what is kept of downloads as JSON; what has missing or null members is refused.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, WriteIndented = true)]
[JsonSerializable(typeof(DownloadState))]
[JsonSerializable(typeof(DownloadEntry))]
internal sealed partial class DownloadJson : JsonSerializerContext;
