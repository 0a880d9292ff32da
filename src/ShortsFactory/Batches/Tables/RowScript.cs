using ShortsFactory.Pipeline;

namespace ShortsFactory.Batches.Tables;

/// <summary>The script of a template and one row of data, for rows that come one by one. Stateless.</summary>
public static class RowScript
{
    /// <summary>Puts the cells where the template names them with <c>{{column}}</c>; a cell stays the text that it is.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="path">What messages name it by.</param>
    /// <param name="cells">The cells by column; the case of names does not matter.</param>
    /// <param name="number">The row's number, which <c>{{row}}</c> stands for.</param>
    /// <exception cref="InvalidInputException">The template names a column that is not there, or a cell where it cannot stand.</exception>
    public static string Fill(string template, string path, IReadOnlyDictionary<string, string> cells, int number = 1)
    {
        var row = new TableRow { Line = 1, Number = number, Cells = new Dictionary<string, string>(cells, StringComparer.OrdinalIgnoreCase) };
        var table = new Table { Path = "row", Columns = [.. row.Cells.Keys], Rows = [row], Problems = [] };
        var script = new ScriptTemplate(template, path);
        return script.MissingIn(table).FirstOrDefault() is { } missing ? throw missing : script.Fill(row).Text;
    }
}
