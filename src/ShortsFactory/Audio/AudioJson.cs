using System.Text.Json.Serialization;
using ShortsFactory.Audio.Mixing;
using ShortsFactory.Scripts;

namespace ShortsFactory.Audio;

/// <summary>Generated code for the soundtrack and the mix, as they are kept, and for what they depend on.</summary>
[JsonSerializable(typeof(Soundtrack))]
[JsonSerializable(typeof(AudioOptions))]
[JsonSerializable(typeof(Mix))]
[JsonSerializable(typeof(MusicSettings))]
internal sealed partial class AudioJson : JsonSerializerContext;
