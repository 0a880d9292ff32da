using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShortsFactory.Pipeline;
using ShortsFactory.Pipeline.Manifests;

namespace ShortsFactory.Batches.Reports;

/// <summary>The report's JSON form: like the manifest's.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(CamelCaseEnumConverter<BatchOutcome>), typeof(CamelCaseEnumConverter<BatchShortState>), typeof(CamelCaseEnumConverter<StageName>)])]
[JsonSerializable(typeof(BatchReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    public static void Write(BatchReport report, Stream stream)
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            // It is a file, not a part of a page: an apostrophe needs no escape.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        JsonSerializer.Serialize(stream, report, (JsonTypeInfo<BatchReport>)options.GetTypeInfo(typeof(BatchReport)));
        stream.WriteByte((byte)'\n');
    }
}
