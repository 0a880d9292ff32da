using System.Text.Json.Serialization;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Display;

/// <summary>The JSON form of the runs that are alive.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<LiveRun>))]
internal sealed partial class LiveRunJson : JsonSerializerContext;
