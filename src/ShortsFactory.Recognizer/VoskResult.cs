using System.Text.Json.Serialization;
using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognizer;

/// <summary>What libvosk says of an utterance.</summary>
internal sealed record VoskResult
{
    /// <summary>The words; missing if nothing was heard.</summary>
    [JsonPropertyName("result")]
    public IReadOnlyList<RecognizedWord>? Words { get; init; }
}
