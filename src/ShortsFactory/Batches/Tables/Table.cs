using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches.Tables;

/// <summary>The rows of a CSV or JSON Lines file, and what is wrong with those that cannot be used.</summary>
public sealed record Table
{
    /// <summary>Absolute path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The names of the columns, in order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows that can be used, in order.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>One error for each row that cannot, with its line.</summary>
    public required IReadOnlyList<InvalidInputException> Problems { get; init; }
}
