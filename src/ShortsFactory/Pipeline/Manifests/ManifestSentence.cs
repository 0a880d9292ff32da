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
}
