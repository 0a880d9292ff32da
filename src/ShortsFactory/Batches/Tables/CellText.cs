using System.Globalization;
using System.Text;

namespace ShortsFactory.Batches.Tables;

/// <summary>Writes cells so that they are what they are, wherever they stand: no cell can begin markup or another setting.</summary>
internal static class CellText
{
    /// <summary>As text of a script: shown and said as it stands. Empty lines begin a paragraph, single line breaks are spaces.</summary>
    public static string InBody(string cell)
    {
        var paragraphs = cell.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Aggregate(new List<List<string>> { new() }, (all, line) =>
        {
            if (line.Length > 0)
            {
                all[^1].Add(line);
            }
            else if (all[^1].Count > 0)
            {
                all.Add([]);
            }

            return all;
        });
        return Escape(string.Join("\n\n", paragraphs.Where(lines => lines.Count > 0).Select(lines => string.Join(' ', lines))));
    }

    /// <summary>As a part of one line of text, such as a heading.</summary>
    public static string OnOneLine(string cell) => Escape(string.Join(' ', cell.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>As a value of the front matter: a quoted scalar of YAML.</summary>
    public static string InYaml(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            quoted.Append(character switch
            {
                '"' or '\\' => $"\\{character}",
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Every sign of ASCII may mean something to Markdown or to a directive; escaped it is itself.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(character => char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)) ? $"\\{character}" : character.ToString()));
}
