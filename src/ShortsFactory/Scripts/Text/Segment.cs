using ShortsFactory.Scripts.Formats;

namespace ShortsFactory.Scripts.Text;

/// <summary>A stretch of a paragraph: text, <c>{shown|spoken}</c>, or a pause.</summary>
internal sealed record Segment
{
    /// <summary>The line of the file on which the stretch begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The characters shown; none for a pause.</summary>
    public IReadOnlyList<StyledChar> Shown { get; init; } = [];

    /// <summary>What is said instead, or <see langword="null"/> where the text speaks for itself.</summary>
    public string? SpokenAs { get; init; }

    /// <summary>How long to be silent, or <see langword="null"/> where this is no pause.</summary>
    public TimeSpan? Pause { get; init; }
}
