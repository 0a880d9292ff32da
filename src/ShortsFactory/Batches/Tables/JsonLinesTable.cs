using System.Text.Json;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches.Tables;

/// <summary>Reads JSON Lines: an object on each line, whose properties are the cells.</summary>
internal static class JsonLinesTable
{
    public static Table Read(string text, string path)
    {
        List<TableRow> rows = [];
        List<InvalidInputException> problems = [];
        List<string> columns = [];
        foreach (var (index, line) in text.Split('\n').Index().Where(pair => !string.IsNullOrWhiteSpace(pair.Item)))
        {
            try
            {
                var cells = Cells(line);
                columns.AddRange(cells.Keys.Except(columns, StringComparer.OrdinalIgnoreCase));
                rows.Add(new TableRow { Line = index + 1, Number = rows.Count + problems.Count + 1, Cells = cells });
            }
            catch (Exception exception) when (exception is JsonException or FormatException)
            {
                var reason = exception is JsonException ? "This line is no JSON object." : exception.Message;
                problems.Add(new InvalidInputException($"{reason} Write one on each line, such as {{\"quote\": \"...\", \"author\": \"...\"}}.", path, index + 1, exception));
            }
        }

        return new Table { Path = path, Columns = columns, Rows = rows, Problems = problems };
    }

    private static Dictionary<string, string> Cells(string line)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("This line is no JSON object.");
        }

        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (!cells.TryAdd(property.Name.Trim(), Text(property)))
            {
                throw new FormatException($"'{property.Name}' stands here twice.");
            }
        }

        return cells;
    }

    private static string Text(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!.Trim(),
        JsonValueKind.Null => "",
        JsonValueKind.Object or JsonValueKind.Array => throw new FormatException($"'{property.Name}' holds a list or a group, and a cell is one text."),
        _ => property.Value.GetRawText(),
    };
}
