using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Batches.Tables;

/// <summary>Reads tables: CSV with commas, semicolons or tabs, and JSON Lines. Stateless.</summary>
public static class TableFile
{
    private const long MaximumBytes = 64 * 1024 * 1024;

    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];
    private static readonly string[] Csv = [".csv", ".tsv"];

    /// <summary>Whether the file's name says that it is a table.</summary>
    public static bool Is(string path) => Csv.Concat(JsonLines).Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a table of up to 64 MB; rows that cannot be used are among its problems.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or has no header or no row.</exception>
    public static async Task<Table> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var text = (await ScriptFile.ReadTextAsync(path, MaximumBytes, cancellationToken).ConfigureAwait(false)).TrimStart('\uFEFF');
        var table = JsonLines.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? JsonLinesTable.Read(text, path) : CsvTable.Read(text, path);
        return table.Rows.Count + table.Problems.Count > 0
            ? table
            : throw new InvalidInputException("The table has no rows. Write one below the header for each short.", path);
    }
}
