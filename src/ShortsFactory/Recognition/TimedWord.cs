using System.Text.Json.Serialization;

namespace ShortsFactory.Recognition;

/// <summary>A display word with its time.</summary>
public sealed record TimedWord
{
    /// <summary>The word as shown.</summary>
    public required string Text { get; init; }

    /// <summary>The word as said; empty for what is only shown.</summary>
    public required string Spoken { get; init; }

    /// <summary>When the word begins to sound.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>When the word has sounded; at least <see cref="Start"/>.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>The sentence's position in the script, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>The recogniser's confidence, 0 to 1; 0 for an interpolated word.</summary>
    public double Confidence { get; init; }

    /// <summary>Where the time comes from.</summary>
    public WordTiming Timing { get; init; }

    /// <summary>Whether the script emphasises the word.</summary>
    public bool Emphasis { get; init; }

    /// <summary>Whether no space stands between the word and the one before it, as in scripts that write none between words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Joined { get; init; }
}
