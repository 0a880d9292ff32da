using System.Text.Json.Serialization;

namespace ShortsFactory.Recognition.Protocol;

/// <summary>A request to the recogniser process: one JSON object on one line of its standard input.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenRequest), "open")]
[JsonDerivedType(typeof(LookUpRequest), "lookUp")]
[JsonDerivedType(typeof(RecognizeRequest), "recognize")]
[JsonDerivedType(typeof(AlignRequest), "align")]
internal abstract record RecognizerRequest
{
    /// <summary>Comes back in the answer.</summary>
    [JsonPropertyOrder(-1)]
    public required int Id { get; init; }
}
