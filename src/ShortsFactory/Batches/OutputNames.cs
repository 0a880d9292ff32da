using System.Globalization;
using System.Text;
using ShortsFactory.Batches.Tables;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches;

/// <summary>The names of the videos that are made of a table's rows, and what is said of names that meet.</summary>
internal static class OutputNames
{
    private const int LongestCell = 80;
    private const int LongestName = 200;

    /// <summary>The name of a row's video, without extension; folders come from the pattern, never from a cell.</summary>
    /// <exception cref="InvalidInputException">There is nothing left to name it by.</exception>
    public static string Of(TableRow row, Table table, string? pattern)
    {
        if (pattern is null)
        {
            var width = (table.Rows.Count + table.Problems.Count).ToString(CultureInfo.InvariantCulture).Length;
            return $"{Path.GetFileNameWithoutExtension(table.Path)}-{row.Number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')}";
        }

        var name = ScriptTemplate.Fill(pattern, row, Plain);
        return name.Split('/').All(part => part.Trim('.', '-', ' ').Length > 0) && Encoding.UTF8.GetByteCount(Path.GetFileName(name)) <= LongestName
            ? name
            : throw new InvalidInputException($"The row's video would be named '{name}', which is empty or too long. Fill the cells that --name uses, or use others.", table.Path, row.Line);
    }

    /// <summary>One error for each name that several shorts have; letters' case does not tell them apart, as on many disks.</summary>
    public static IEnumerable<InvalidInputException> Collisions(IEnumerable<PlannedSource> sources) =>
        sources.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => new InvalidInputException(
                $"{same.Count()} shorts would be written to '{same.Key}.mp4': {string.Join(", ", same.Take(5).Select(source => source.Place))}{(same.Count() > 5 ? ", ..." : "")}. "
                + (same.All(source => source.Line is not null) ? "Give --name a pattern that differs, such as '{{row}}'." : "Rename one, or make them in two batches.")));

    /// <summary>Letters, digits and hyphens of a cell.</summary>
    private static string Plain(string cell)
    {
        var name = new StringBuilder();
        foreach (var rune in cell.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || rune.Value == '_')
            {
                name.Append(rune);
            }
            else if (name.Length > 0 && name[^1] != '-' && (Rune.IsWhiteSpace(rune) || rune.Value is '-' or '.' or '/' or ':'))
            {
                name.Append('-');
            }

            if (name.Length >= LongestCell)
            {
                break;
            }
        }

        return name.ToString().Trim('-');
    }
}
