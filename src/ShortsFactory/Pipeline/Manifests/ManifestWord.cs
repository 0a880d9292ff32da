using System.Text.Json.Serialization;
using ShortsFactory.Recognition;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>A display word with its time.</summary>
public sealed record ManifestWord
{
    /// <summary>The word as shown.</summary>
    public required string Text { get; init; }

    /// <summary>The word as said; empty for what is only shown.</summary>
    public required string Spoken { get; init; }

    /// <summary>Whether no space stands between the word and the one before it; written only where it is so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Joined { get; init; }

    /// <summary>When it begins, in seconds.</summary>
    public required double Start { get; init; }

    /// <summary>When it ends, in seconds.</summary>
    public required double End { get; init; }

    /// <summary>Its sentence's position, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>The recogniser's confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the time was recognised or interpolated.</summary>
    public required WordTiming Timing { get; init; }
}
