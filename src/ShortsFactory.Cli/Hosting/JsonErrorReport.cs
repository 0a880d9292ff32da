using System.Text.Json;

namespace ShortsFactory.Cli.Hosting;

/// <summary>Errors for programs: one JSON object on standard output, besides the text on standard error.</summary>
internal sealed class JsonErrorReport : IErrorReport
{
    private readonly TextErrorReport _text = new();

    public int Report(string message, string? advice, int exitCode)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("message", message);
            writer.WriteString("advice", advice);
            writer.WriteNumber("exitCode", exitCode);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return _text.Report(message, advice, exitCode);
    }
}
