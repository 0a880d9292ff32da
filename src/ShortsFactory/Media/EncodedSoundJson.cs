using System.Text.Json.Serialization;

namespace ShortsFactory.Media;

/// <summary>Generated code for the sound, as it is kept.</summary>
[JsonSerializable(typeof(EncodedSound))]
internal sealed partial class EncodedSoundJson : JsonSerializerContext;
