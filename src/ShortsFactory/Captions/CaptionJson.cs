using System.Text.Json.Serialization;
using ShortsFactory.Recognition;

namespace ShortsFactory.Captions;

/// <summary>Generated code for captions, as they are kept, and for the words that they depend on.</summary>
[JsonSerializable(typeof(DrawnCaptions))]
[JsonSerializable(typeof(IReadOnlyList<TimedWord>))]
internal sealed partial class CaptionJson : JsonSerializerContext;
