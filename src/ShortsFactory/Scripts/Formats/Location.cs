using ShortsFactory.Pipeline;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Where a piece of a script's text stands in its file.</summary>
internal sealed record Location
{
    /// <summary>The script's path, as messages name it.</summary>
    public required string Path { get; init; }

    /// <summary>The line of the file on which the piece begins, from 1.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>Whether the piece stands on one line of the file whatever its own line breaks, as a JSON string does.</summary>
    public bool OnOneLine { get; init; }

    /// <summary>The same piece from its line <paramref name="lines"/> on.</summary>
    public Location Skip(int lines) => this with { FirstLine = LineAt(lines) };

    /// <summary>The line of the file for line <paramref name="index"/> of the piece, from 0.</summary>
    public int LineAt(int index) => OnOneLine ? FirstLine : FirstLine + index;

    /// <summary>The error to throw for line <paramref name="line"/> of the file.</summary>
    public InvalidInputException Error(int line, string message) => new(message, Path, line);
}
