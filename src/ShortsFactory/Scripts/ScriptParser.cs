using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts.Formats;
using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Scripts;

/// <summary>Turns the text of a script into its record.</summary>
public static partial class ScriptParser
{
    /// <summary>
    /// Parses Markdown or plain text with optional front matter, or JSON. The extension of <paramref name="path"/> says which;
    /// where it says nothing (standard input, for example), text that begins like a JSON object is JSON.
    /// </summary>
    /// <param name="text">The script.</param>
    /// <param name="path">Where it comes from.</param>
    /// <param name="isRecorded">Whether a recording speaks for it, whatever it says itself: then it may hold settings alone.</param>
    /// <exception cref="InvalidInputException">The text cannot be used as a script; the message names the line.</exception>
    public static Script Parse(string text, string path, bool isRecorded = false)
    {
        var binary = text.IndexOf('\0', StringComparison.Ordinal);
        if (binary >= 0)
        {
            throw new InvalidInputException("The file holds binary data. Name the script, and save it as UTF-8 text.", path, 1 + text.AsSpan(0, binary).Count('\n'));
        }

        var clean = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var document = IsJson(clean, path) ? JsonScript.Read(clean, path) : FrontMatter.Read(clean, path);
        return Build(document, path, isRecorded);
    }

    private static bool IsJson(string text, string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" => true,
        ".MD" or ".MARKDOWN" or ".TXT" => false,
        _ => JsonStart().IsMatch(text),
    };

    private static Script Build(ScriptDocument document, string path, bool isRecorded)
    {
        var fields = document.Fields;
        var language = fields.Language ?? "en";
        var writer = new SceneWriter(language, document.Location);
        var title = fields.Title;
        foreach (var part in document.Parts.SelectMany(SceneSplitter.Split))
        {
            var markdown = MarkdownReader.Read(part.Text, part.Location, mayHaveTitle: writer.IsEmpty);
            title ??= markdown.Title;
            writer.Add(part, markdown.Blocks);
        }

        return new Script
        {
            Title = title ?? NameOf(path),
            Language = language,
            Voice = fields.Voice,
            Narration = fields.Narration,
            Template = fields.Template,
            Background = fields.Background,
            Music = fields.Music,
            Transition = fields.Transition,
            Format = fields.Format,
            Seed = fields.Seed,
            Cover = fields.Cover,
            Overlays = fields.Overlays,
            Rate = fields.Rate,
            Pitch = fields.Pitch,
            Lines = fields.Lines,
            Scenes = writer.IsEmpty && (isRecorded || fields.Narration is not null) ? [] : writer.Finish(),
        };
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name and not "-" ? name : "Untitled";

    [GeneratedRegex("""^\s*\{\s*["}]""")]
    private static partial Regex JsonStart();
}
