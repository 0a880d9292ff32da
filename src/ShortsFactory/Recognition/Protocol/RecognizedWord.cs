using System.Text.Json.Serialization;

namespace ShortsFactory.Recognition.Protocol;

/// <summary>A word as the recogniser heard it.</summary>
internal sealed record RecognizedWord
{
    /// <summary>The word in lower case, or <c>[unk]</c> for speech that is no word of the model.</summary>
    public required string Word { get; init; }

    /// <summary>Its start in seconds from the utterance's first sample.</summary>
    public required double Start { get; init; }

    /// <summary>Its end in seconds from the utterance's first sample.</summary>
    public required double End { get; init; }

    /// <summary>How sure the recogniser is, 0 to 1.</summary>
    [JsonPropertyName("conf")]
    public required double Confidence { get; init; }
}
