using System.Text.Json;
using ShortsFactory.Conversions;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Display;

/// <summary>What became of files, for programs: one JSON object on standard output.</summary>
internal static class ConversionJson
{
    /// <summary>Writes it; a single file that failed is told by the command's own error.</summary>
    public static async Task WriteAsync(ConversionRun run)
    {
        var results = run.Results.ToArray();
        if (results is [{ Result.IsCompletedSuccessfully: false }])
        {
            return;
        }

        await using var output = Console.OpenStandardOutput();
        await using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (var (input, result) in results)
            {
                writer.WriteStartObject();
                writer.WriteString("input", input);
                if (result.IsCompletedSuccessfully)
                {
                    var made = await result;
                    writer.WriteString("output", made.Output);
                    writer.WriteNumber("bytes", made.Bytes);
                    writer.WriteString("warning", made.Warning);
                }
                else
                {
                    writer.WriteString("error", result.Exception?.InnerException?.Message ?? "stopped");
                    writer.WriteString("advice", (result.Exception?.InnerException as ShortsFactoryException)?.Advice);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
