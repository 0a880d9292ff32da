using System.Text.Json.Serialization;
using ShortsFactory.Resources;

namespace ShortsFactory;

/// <summary>What a caller asks for: one script, one video, and what overrides the script's own front matter.</summary>
public sealed record ShortRequest
{
    private static readonly string[] SidecarExtensions = [".srt", ".vtt", ".lrc", ".ass", ".jpg", ".json"];

    /// <summary>Absolute path of the script: Markdown, plain text or JSON; or of the recording, where there is no script.</summary>
    public required string ScriptPath { get; init; }

    /// <summary>
    /// The script's text where it does not stand in the file as it is, such as a template filled from a table; then
    /// <see cref="ScriptPath"/> only says what it is, where its paths start, and what messages name. <see langword="null"/> reads the file.
    /// </summary>
    [JsonIgnore]
    public string? ScriptText { get; init; }

    /// <summary>Which files the script and this request may name, and where their paths start. Default: <see cref="FileRules.Anywhere"/>.</summary>
    [JsonIgnore]
    public FileRules Files { get; init; } = FileRules.Anywhere;

    /// <summary>Absolute path of a recording that is heard instead of a voice; <see langword="null"/> takes the script's, if it names one.</summary>
    public string? Narration { get; init; }

    /// <summary>The language of a recording without a script, as a BCP 47 tag; <see langword="null"/> means English.</summary>
    public string? Language { get; init; }

    /// <summary>Whether there is a script, and not a recording alone, whose words become the captions.</summary>
    [JsonIgnore]
    public bool HasScript => !string.Equals(ScriptPath, Narration, StringComparison.Ordinal);

    /// <summary>Absolute path of the finished mp4; its sidecars are published beside it.</summary>
    public required string OutputPath { get; init; }

    /// <summary>Every file that is published: the video, its sidecars, and the manifest last.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Outputs => [OutputPath, .. SidecarExtensions.Select(extension => Path.ChangeExtension(OutputPath, extension))];

    /// <summary>Whether a file would be replaced by what is published, by whatever links either is reached.</summary>
    internal bool Replaces(string path)
    {
        var real = RealPath.Of(path);
        return Outputs.Any(output => string.Equals(output, path, StringComparison.Ordinal) || string.Equals(RealPath.Of(output), real, StringComparison.Ordinal));
    }

    /// <summary>The absolute path of a file or folder that the script or this request names; it need not exist.</summary>
    /// <exception cref="Pipeline.InvalidInputException">It may not be named.</exception>
    internal string PathOf(string name) => Files.Resolve(name, Path.GetDirectoryName(ScriptPath) ?? ScriptPath);

    /// <summary>Name of the caption template; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Template { get; init; }

    /// <summary>The voice as <c>engine:voice</c>; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Voice { get; init; }

    /// <summary>The background of scenes that name none; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Background { get; init; }

    /// <summary>The music under the voice: a file, a folder, <c>generated:NAME</c> or <c>none</c>; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Music { get; init; }

    /// <summary>Size and rate of the pictures; <see langword="null"/> takes the script's, then the configured ones.</summary>
    public PictureFormat? Format { get; init; }
}
