using System.Text.Json.Serialization;
using ShortsFactory.Audio;

namespace ShortsFactory.Compositing;

/// <summary>Generated code for the finished video and its sound, as they are kept.</summary>
[JsonSerializable(typeof(Video))]
[JsonSerializable(typeof(Loudness))]
internal sealed partial class VideoJson : JsonSerializerContext;
