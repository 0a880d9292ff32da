using System.Text.Json.Serialization;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions;

/// <summary>Generated code for captions, as they are kept, and for the words and the template that they depend on.</summary>
[JsonSerializable(typeof(DrawnCaptions))]
[JsonSerializable(typeof(IReadOnlyList<TimedWord>))]
[JsonSerializable(typeof(CaptionTemplate))]
internal sealed partial class CaptionJson : JsonSerializerContext;
