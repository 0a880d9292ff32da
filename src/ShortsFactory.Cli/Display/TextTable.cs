namespace ShortsFactory.Cli.Display;

/// <summary>A plain table: columns as wide as their widest cell, nothing that a pipe would have to strip.</summary>
internal static class TextTable
{
    public static void Write(string[] header, IEnumerable<string[]> rows)
    {
        string[][] lines = [header, .. rows];
        var widths = header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
