using System.Text.Json;

namespace ShortsFactory.Cli.Display;

/// <summary>What became of addresses, for programs: one JSON object on standard output.</summary>
internal static class FetchJson
{
    public static async Task WriteAsync(IEnumerable<FetchOutcome> outcomes)
    {
        await using var output = Console.OpenStandardOutput();
        await using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (var outcome in outcomes)
            {
                writer.WriteStartObject();
                writer.WriteString("address", outcome.Address);
                if (outcome is { Path: { } path, Media: { } media })
                {
                    writer.WriteString("output", path);
                    writer.WriteNumber("bytes", media.Length);
                    writer.WriteString("sha256", media.Sha256);
                    writer.WriteBoolean("kept", media.WasKept);
                }
                else
                {
                    writer.WriteString("error", outcome.Error?.Message);
                    writer.WriteString("advice", outcome.Error?.Advice);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
