using System.Text.Json.Serialization;

namespace ShortsFactory.Cli.Doctor;

/// <summary>The findings' JSON form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(List<Finding>))]
internal sealed partial class FindingJson : JsonSerializerContext;
