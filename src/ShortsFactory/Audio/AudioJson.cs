using System.Text.Json.Serialization;

namespace ShortsFactory.Audio;

/// <summary>Generated code for the soundtrack, as it is kept, and for the options that it depends on.</summary>
[JsonSerializable(typeof(Soundtrack))]
[JsonSerializable(typeof(AudioOptions))]
internal sealed partial class AudioJson : JsonSerializerContext;
