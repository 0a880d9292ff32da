using System.Text;
using System.Text.RegularExpressions;

namespace ShortsFactory.Templates.Overlays;

/// <summary>
/// What a script says of overlays, as the settings of a template that stands in front of the one that it names. A text alone
/// stands for the setting that it most often means, and whatever is mentioned is shown, but for <c>off</c>.
/// </summary>
internal static partial class OverlayOverrides
{
    private static readonly string[] PictureExtensions = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"];

    /// <summary>The settings; <see langword="null"/> if the script says nothing.</summary>
    /// <param name="overlays">Each overlay's value as written: a text, or a mapping in braces.</param>
    /// <param name="lines">The script's lines by setting.</param>
    /// <param name="request">Names the script, and which files it may name.</param>
    /// <exception cref="Pipeline.InvalidInputException">A value is no YAML, or more than one mapping.</exception>
    public static YamlMap? Read(IReadOnlyDictionary<string, string> overlays, IReadOnlyDictionary<string, int> lines, ShortRequest request)
    {
        if (overlays.Count == 0)
        {
            return null;
        }

        var document = new StringBuilder("{");
        var line = 1;
        foreach (var (name, value) in overlays.OrderBy(overlay => LineOf(overlay.Key)))
        {
            if (value is ['{', ..])
            {
                // By itself, so that what it says ends with its own brace and is no setting of anything else.
                YamlMap.Parse(value, new YamlSource(request.ScriptPath, LineOf(name), "an overlay"));
            }

            // On the line on which it stands in the script, so that a complaint names it.
            document.Append('\n', Math.Max(0, LineOf(name) - line)).Append($"\"{name}\": ").Append(Settings(name, value)).Append(", ");
            line = Math.Max(line, LineOf(name)) + value.AsSpan().Count('\n');
        }

        return YamlMap.Parse(document.Append('}').ToString(), new YamlSource(request.ScriptPath, FirstLine: 1, "an overlay") { Files = request.Files });

        int LineOf(string name) => lines.TryGetValue(name, out var found) ? found : 1;
    }

    private static string Settings(string name, string value) => (value, SwitchOf(value)) switch
    {
        (['{', ..], _) => ShowKey().IsMatch(value) ? value : "{show: on, " + value[1..],
        (_, true) => "{show: on}",
        (_, false) => "{show: off}",
        _ => $"{{show: on, {MeantBy(name, value)}: '{value.Replace("'", "''", StringComparison.Ordinal)}'}}",
    };

    private static bool? SwitchOf(string value) => string.Equals(value, "none", StringComparison.OrdinalIgnoreCase) ? false : SwitchText.TryParse(value);

    private static string MeantBy(string name, string value) => name switch
    {
        OverlayReader.Progress => "edge",
        OverlayReader.Watermark when PictureExtensions.Contains(Path.GetExtension(value), StringComparer.OrdinalIgnoreCase) => "image",
        _ => "text",
    };

    [GeneratedRegex(@"[{,]\s*[""']?show[""']?\s*:", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ShowKey();
}
