using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches;

/// <summary>A short that a batch is to make.</summary>
public sealed record BatchItem
{
    /// <summary>Its place in the batch, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its name: the video's path in the output folder, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Where it comes from: a script's path, or a table's path and line.</summary>
    public required string Source { get; init; }

    /// <summary>What is asked of the pipeline.</summary>
    public required ShortRequest Request { get; init; }

    /// <summary>The script's title; the name, if the script cannot be read.</summary>
    public string Title { get; init; } = "";

    /// <summary>How long the short will be, about; zero if the script cannot be read.</summary>
    public TimeSpan Estimate { get; init; }

    /// <summary>Why it cannot be made, found before any work; <see langword="null"/> if nothing was found.</summary>
    public InvalidInputException? Problem { get; init; }
}
