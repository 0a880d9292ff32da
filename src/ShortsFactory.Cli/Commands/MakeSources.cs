using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Cli.Commands;

/// <summary>What a short is made of: a script, a recording, or both.</summary>
internal static partial class MakeSources
{
    private static readonly string[] Sounds =
        [".wav", ".mp3", ".m4a", ".m4b", ".aac", ".flac", ".ogg", ".oga", ".opus", ".wma", ".aif", ".aiff", ".mp4", ".mov", ".mkv", ".webm"];

    /// <summary>The absolute paths of script and recording; they are the same where the recording is alone.</summary>
    /// <exception cref="InvalidInputException">There is neither, or one is no path.</exception>
    public static (string Script, string? Narration) Resolve(string? script, string? narration, string? language)
    {
        if (script is null && narration is null)
        {
            throw new InvalidInputException("there is no script.") { Advice = "Name one: 'shorts make script.md'; or a recording: 'shorts make voice.mp3'." };
        }

        if (script is not null && narration is null && Sounds.Contains(Path.GetExtension(script), StringComparer.OrdinalIgnoreCase))
        {
            narration = script;
            script = null;
        }

        var recording = narration is null ? null : FullPath(narration, "--narration");
        if (script is null && !File.Exists(recording))
        {
            throw new InvalidInputException("There is no such file. Check the name and the directory.", recording);
        }

        RefuseLanguage(language, hasScript: script is not null);
        return (script is null ? recording! : FullPath(script, "SCRIPT"), recording);
    }

    /// <summary>A path from where the user stands on.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static string FullPath(string path, string argument) =>
        path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(path)
            : throw new InvalidInputException($"{argument} is empty or no path.");

    private static void RefuseLanguage(string? language, bool hasScript)
    {
        if (language is not null && hasScript)
        {
            throw new InvalidInputException("--language is for a recording without a script.") { Advice = "Write 'language:' into the front matter of the script." };
        }

        if (language is not null && !LanguageTag().IsMatch(language))
        {
            throw new InvalidInputException($"--language {language} is no language tag.") { Advice = "Write one such as en, en-GB or de." };
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LanguageTag();
}
