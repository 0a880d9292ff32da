using System.Text.Json.Serialization;

namespace ShortsFactory;

/// <summary>What a caller asks for: one script, one video, and what overrides the script's own front matter.</summary>
public sealed record ShortRequest
{
    private static readonly string[] SidecarExtensions = [".srt", ".vtt", ".lrc", ".ass", ".jpg", ".json"];

    /// <summary>Absolute path of the script: Markdown, plain text or JSON.</summary>
    public required string ScriptPath { get; init; }

    /// <summary>Absolute path of the finished mp4; its sidecars are published beside it.</summary>
    public required string OutputPath { get; init; }

    /// <summary>Every file that is published: the video, its sidecars, and the manifest last.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Outputs => [OutputPath, .. SidecarExtensions.Select(extension => Path.ChangeExtension(OutputPath, extension))];

    /// <summary>Name of the caption template; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Template { get; init; }

    /// <summary>The voice as <c>engine:voice</c>; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Voice { get; init; }

    /// <summary>The background of scenes that name none; <see langword="null"/> takes the script's, then the configured one.</summary>
    public string? Background { get; init; }
}
