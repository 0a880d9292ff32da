using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ShortsFactory.Cli.Client;

/// <summary>The JSON of what is sent and read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RemoteJob))]
[JsonSerializable(typeof(RemoteJobs))]
[JsonSerializable(typeof(RemoteSchedule))]
[JsonSerializable(typeof(IReadOnlyList<RemoteSchedule>))]
[JsonSerializable(typeof(RemoteRun))]
[JsonSerializable(typeof(RemoteNext))]
[JsonSerializable(typeof(RemoteProblem))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class RemoteJson : JsonSerializerContext;
