using System.Text.Json.Serialization;
using ShortsFactory.Recognition;

namespace ShortsFactory.Captions;

/// <summary>Generated code for captions, as they are kept, and for the transcript that they depend on.</summary>
[JsonSerializable(typeof(DrawnCaptions))]
[JsonSerializable(typeof(Transcript))]
internal sealed partial class CaptionJson : JsonSerializerContext;
