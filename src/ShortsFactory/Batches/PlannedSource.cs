using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches;

/// <summary>Where a short comes from, before its script has been read.</summary>
internal sealed record PlannedSource
{
    /// <summary>The path of the script, or of the table.</summary>
    public required string Path { get; init; }

    /// <summary>The row's line in the table; <see langword="null"/> for a script of its own.</summary>
    public int? Line { get; init; }

    /// <summary>The name of the video, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>The script made of template and row; <see langword="null"/> for a script of its own.</summary>
    public FilledScript? Filled { get; init; }

    /// <summary>What is wrong with it already.</summary>
    public InvalidInputException? Problem { get; init; }

    /// <summary>How people are told of it.</summary>
    public string Place => Line is { } line ? $"{Path}:{line}" : Path;
}
