using System.Text.Json.Serialization;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>A sentence with its time.</summary>
public sealed record ManifestSentence
{
    /// <summary>The sentence as shown.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence as said.</summary>
    public required string Spoken { get; init; }

    /// <summary>When it begins, in seconds.</summary>
    public required double Start { get; init; }

    /// <summary>When it ends, in seconds.</summary>
    public required double End { get; init; }

    /// <summary>How well the speech fits the text, 0 to 1; missing where the model cannot tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Fit { get; init; }

    /// <summary>Whether the speech seems to say something else than the text.</summary>
    public bool SaysSomethingElse { get; init; }
}
