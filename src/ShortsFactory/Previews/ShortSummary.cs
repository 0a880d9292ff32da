namespace ShortsFactory.Previews;

/// <summary>What a script would become, told before it is made.</summary>
public sealed record ShortSummary
{
    /// <summary>The title of the script.</summary>
    public required string Title { get; init; }

    /// <summary>The language of its text, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>How many sentences are said.</summary>
    public required int Sentences { get; init; }

    /// <summary>How many words are shown.</summary>
    public required int Words { get; init; }

    /// <summary>About how long the short will be, in seconds.</summary>
    public required double EstimatedSeconds { get; init; }

    /// <summary>What making it would warn of, as far as the script alone tells.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
