using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ShortsFactory.Recognition;
using ShortsFactory.Resources;

namespace ShortsFactory.Pipeline.Manifests;

/// <summary>The manifest's JSON form: camel case, enums by name, indented, and letters of every script as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(CamelCaseEnumConverter<StageName>), typeof(CamelCaseEnumConverter<WordTiming>), typeof(CamelCaseEnumConverter<ResourceKind>)])]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    public static string Serialize(Manifest manifest)
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            // It is a file, not a part of a page: an apostrophe needs no escape.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        return JsonSerializer.Serialize(manifest, (JsonTypeInfo<Manifest>)options.GetTypeInfo(typeof(Manifest)));
    }
}
