using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches.Tables;

/// <summary>Reads comma-separated values as RFC 4180 and spreadsheets write them; the first line names the columns.</summary>
internal static partial class CsvTable
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <exception cref="InvalidInputException">The header cannot be used.</exception>
    public static Table Read(string text, string path)
    {
        var separator = SeparatorLine().Match(text);
        if (separator.Success)
        {
            // Excel's own first line; left empty, so that lines keep their numbers.
            text = text[(separator.Length - separator.Groups["end"].Length)..];
        }

        var delimiter = separator.Success ? separator.Groups["delimiter"].Value : DelimiterOf(text).ToString();
        List<InvalidInputException> problems = [];
        var badData = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => badData = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        if (!parser.Read())
        {
            throw new InvalidInputException("The table is empty. Its first line names the columns.", path);
        }

        var lines = new LineCounter(text);
        var columns = Columns(parser.Record!, path, lines.LineOf(parser));
        List<TableRow> rows = [];
        while (true)
        {
            badData = false;
            if (!parser.Read())
            {
                break;
            }

            var cells = parser.Record!;
            var line = lines.LineOf(parser);
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (badData || parser.RawRecord.Count(character => character == '"') % 2 != 0)
            {
                problems.Add(new InvalidInputException("A quote opens or closes in the wrong place. Put the whole cell in quotes, and write a quote inside it twice: \"\".", path, line));
            }
            else if (cells.Length != columns.Length)
            {
                problems.Add(new InvalidInputException(
                    $"The row has {cells.Length} cells, but there are {columns.Length} columns. Put a cell that holds '{Name(delimiter)}' or a line break in quotes.", path, line));
            }
            else
            {
                rows.Add(new TableRow { Line = line, Number = rows.Count + problems.Count + 1, Cells = Cells(columns, cells) });
            }
        }

        return new Table { Path = path, Columns = columns, Rows = rows, Problems = problems };
    }

    private static Dictionary<string, string> Cells(IReadOnlyList<string> columns, string[] cells) =>
        columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim(), StringComparer.OrdinalIgnoreCase);

    private static string[] Columns(string[] header, string path, int line)
    {
        var names = header.Select(name => name.Trim()).ToArray();
        if (Array.FindIndex(names, name => name.Length == 0) is >= 0 and var empty)
        {
            throw new InvalidInputException($"Column {empty + 1} has no name. The first line of a table names its columns.", path, line);
        }

        return names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidInputException($"Two columns are named '{twice.Key}'. Give one of them another name.", path, line)
            : names;
    }

    /// <summary>The sign that separates the names of the columns, which hardly ever hold one themselves.</summary>
    private static char DelimiterOf(string text)
    {
        var header = Quoted().Replace(text.TrimStart().Split('\n')[0], "");
        return Delimiters.MaxBy(delimiter => header.Count(character => character == delimiter));
    }

    private static string Name(string delimiter) => string.Equals(delimiter, "\t", StringComparison.Ordinal) ? "tab" : delimiter;

    [GeneratedRegex(@"\A\s*sep=(?<delimiter>[,;\t|])(?<end>\r?\n)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SeparatorLine();

    /// <summary>Finds the lines on which records begin, which the parser does not tell: it stands behind them, and they may reach over several.</summary>
    private sealed class LineCounter(string text)
    {
        private int _position;
        private int _line = 1;

        public int LineOf(CsvParser parser)
        {
            Skip(position => position < text.Length && text[position] is '\r' or '\n');
            var line = _line;
            Skip(position => position < Math.Min(parser.CharCount, text.Length));
            return line;
        }

        private void Skip(Func<int, bool> isBefore)
        {
            for (; isBefore(_position); _position++)
            {
                _line += text[_position] == '\n' ? 1 : 0;
            }
        }
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quoted();
}
