namespace ShortsFactory.Batches.Tables;

/// <summary>A row of a table: one short.</summary>
public sealed record TableRow
{
    /// <summary>The line of the file on which the row begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its position among the rows, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The cells by the name of their column, whatever its case; white space around them is gone.</summary>
    public required IReadOnlyDictionary<string, string> Cells { get; init; }
}
