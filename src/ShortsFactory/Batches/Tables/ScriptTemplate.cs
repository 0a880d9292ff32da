using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches.Tables;

/// <summary>A script with <c>{{column}}</c> where a cell belongs. A cell is text; where it stands as the value of a setting, it is that value.</summary>
internal sealed partial class ScriptTemplate
{
    private const string ScriptRow = "row";

    private readonly string _path;
    private readonly string[] _lines;
    private readonly int _frontMatterEnd;

    /// <exception cref="InvalidInputException">A cell stands where it can be neither text nor a value.</exception>
    public ScriptTemplate(string text, string path)
    {
        _path = path;
        _lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        _frontMatterEnd = IsFence(_lines[0]) ? Math.Max(0, Array.FindIndex(_lines, 1, line => IsFence(line) || string.Equals(line.TrimEnd(), "...", StringComparison.Ordinal))) : 0;
        RefuseMisplaced();
    }

    /// <summary>The names between the braces of a text.</summary>
    public static IEnumerable<string> ColumnsIn(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>Puts cells into a text: each as <paramref name="write"/> writes it.</summary>
    public static string Fill(string text, TableRow row, Func<string, string> write) =>
        Placeholder().Replace(text, match => write(CellOf(row, match.Groups["name"].Value)));

    /// <summary>Refuses names that are no column of <paramref name="table"/>; each error has the line of the template.</summary>
    public IEnumerable<InvalidInputException> MissingIn(Table table) =>
        from pair in _lines.Index()
        from name in ColumnsIn(pair.Item).Distinct(StringComparer.OrdinalIgnoreCase)
        where !Has(table, name)
        select new InvalidInputException(MissingColumn(table, name), _path, pair.Index + 1);

    /// <summary>What is said of a column that a table lacks.</summary>
    public static string MissingColumn(Table table, string name) =>
        $"The table '{table.Path}' has no column '{name}'.{Suggestion.For(name, table.Columns)} Its columns are {string.Join(", ", table.Columns)}.";

    /// <summary>Whether a name stands for something: a column, or the row's number.</summary>
    public static bool Has(Table table, string name) =>
        table.Columns.Append(ScriptRow).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The script of a row.</summary>
    /// <exception cref="InvalidInputException">A cell cannot be the value of the setting that it stands for.</exception>
    public FilledScript Fill(TableRow row)
    {
        List<string> lines = [];
        List<int> origins = [];
        for (var index = 0; index < _lines.Length; index++)
        {
            foreach (var line in FillLine(index, row).Split('\n'))
            {
                lines.Add(line);
                origins.Add(index + 1);
            }
        }

        return new FilledScript(string.Join('\n', lines), origins);
    }

    private string FillLine(int index, TableRow row)
    {
        var line = _lines[index];
        if (!Placeholder().IsMatch(line))
        {
            return line;
        }

        if (index < _frontMatterEnd)
        {
            var setting = FrontMatterLine().Match(line);
            return setting.Groups["head"].Value + CellText.InYaml(Fill(Scalar(setting.Groups["value"].Value)!, row, cell => cell));
        }

        if (IsSceneSetting(index))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal) + 1;
            return line[..colon] + " " + Fill(line[colon..].Trim().Trim('"', '\''), row, cell => SceneValue(cell, index));
        }

        return Fill(line, row, line.TrimStart().StartsWith('#') ? CellText.OnOneLine : CellText.InBody);
    }

    /// <summary>Below a scene's heading, a line of a name and a colon is a setting, up to the first line that is none.</summary>
    private bool IsSceneSetting(int index)
    {
        var above = index;
        while (above >= 0 && SettingLine().IsMatch(_lines[above]))
        {
            above--;
        }

        return above >= 0 && above < index && SceneHeading().IsMatch(_lines[above]);
    }

    private string SceneValue(string cell, int index) =>
        cell.AsSpan().IndexOfAny('\r', '\n') < 0 && !cell.Contains("<!--", StringComparison.Ordinal)
            ? cell
            : throw new InvalidInputException("The value of a scene's setting holds a line break or a comment. Write it on one line of the cell.", _path, index + 1);

    private void RefuseMisplaced()
    {
        for (var index = 0; index < _frontMatterEnd; index++)
        {
            if (Placeholder().IsMatch(_lines[index]) && !(FrontMatterLine().Match(_lines[index]) is { Success: true } setting && Scalar(setting.Groups["value"].Value) is { } value && Placeholder().IsMatch(value)))
            {
                throw new InvalidInputException("In the front matter a cell can only be the value of a setting. Write 'name: {{column}}' on a line of its own.", _path, index + 1);
            }
        }
    }

    /// <summary>What a value of the front matter says; <see langword="null"/> if it is more than one plain or quoted text on a line.</summary>
    private static string? Scalar(string value)
    {
        if (value[0] is '"' or '\'')
        {
            var end = value.LastIndexOf(value[0]);
            return end > 0 && Comment().Replace(value[(end + 1)..], "").Trim().Length == 0 ? value[1..end] : null;
        }

        // A flow ({ or [), a block (| or >), a tag, an anchor: but {{ is a cell.
        var isPlain = !"[|>&*!%@".Contains(value[0], StringComparison.Ordinal) && !(value[0] == '{' && !value.StartsWith("{{", StringComparison.Ordinal));
        return isPlain ? Comment().Replace(value, "").Trim() : null;
    }

    private static string CellOf(TableRow row, string name) =>
        row.Cells.TryGetValue(name, out var cell) ? cell
        : string.Equals(name, ScriptRow, StringComparison.OrdinalIgnoreCase) ? row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : "";

    private static bool IsFence(string line) => string.Equals(line.TrimEnd(), "---", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}|\r\n]+?)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?<head>\s*-\s+([\w-]+\s*:\s+)?|\s*[\w-]+\s*:\s+)(?<value>\S.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FrontMatterLine();

    [GeneratedRegex(@"\s#.*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*[A-Za-z][A-Za-z_-]*:", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"^ {0,3}#{2,6}[ \t]+scene\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SceneHeading();
}
