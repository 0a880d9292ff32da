using System.Text.Json.Serialization;
using ShortsFactory.Previews;
using ShortsFactory.Templates;

namespace ShortsFactory.Cli.Display;

/// <summary>Generated code for what is printed of templates and previews.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<TemplateSummary>))]
[JsonSerializable(typeof(PreviewResult))]
internal sealed partial class PreviewJson : JsonSerializerContext;
