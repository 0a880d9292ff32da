using System.Text.Json.Serialization;

namespace ShortsFactory.Recognition;

/// <summary>Generated code for what is kept of a sentence.</summary>
[JsonSerializable(typeof(Hearing))]
internal sealed partial class RecognitionJson : JsonSerializerContext;
