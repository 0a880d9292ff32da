using System.Text.Json.Serialization;

namespace ShortsFactory.Compositing;

/// <summary>Generated code for the finished video, as it is kept.</summary>
[JsonSerializable(typeof(Video))]
internal sealed partial class VideoJson : JsonSerializerContext;
