using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>Describes runs of ffmpeg and ffprobe; the one place that knows what the programs are called.</summary>
internal sealed partial class Ffmpeg(IOptions<MediaOptions> options) : ITool
{
    private readonly MediaOptions _options = options.Value;

    public string Name => "ffmpeg";

    public string Package => "ffmpeg";

    public ProcessCommand VersionCommand => new() { FileName = _options.Ffmpeg, Arguments = ["-version"] };

    public string ReadVersion(string output) =>
        VersionPattern().Match(output) is { Success: true } match ? match.Groups["version"].Value : "unknown";

    /// <summary>A run that may take long: it reports its progress four times a second, and is stopped when it reports none.</summary>
    public ProcessCommand Encode(IReadOnlyList<string> arguments, string workingDirectory, Action<FfmpegProgress> onProgress)
    {
        var progress = new FfmpegProgressReader(onProgress);
        return new ProcessCommand
        {
            FileName = _options.Ffmpeg,
            Arguments = ["-nostdin", "-hide_banner", "-loglevel", "warning", "-progress", "pipe:1", "-stats_period", "0.25", "-y", .. arguments],
            WorkingDirectory = workingDirectory,
            TimeLimit = _options.TimeLimit,
            StallLimit = _options.StallLimit,
            OnOutputLine = progress.Read,
            IsSignOfLife = progress.IsAdvance,
        };
    }

    /// <summary>A short run whose output, if there is one, is text.</summary>
    public ProcessCommand Convert(IReadOnlyList<string> arguments, string workingDirectory) => new()
    {
        FileName = _options.Ffmpeg,
        Arguments = ["-nostdin", "-hide_banner", "-loglevel", "error", "-y", .. arguments],
        WorkingDirectory = workingDirectory,
        TimeLimit = _options.TimeLimit,
    };

    /// <summary>A run that may fail, and that takes a moment if it does not.</summary>
    public ProcessCommand Try(IReadOnlyList<string> arguments, string workingDirectory) =>
        Convert(arguments, workingDirectory) with { TimeLimit = _options.ProbeTimeLimit };

    /// <summary>Prints what ffmpeg was built with: <c>-filters</c>, <c>-encoders</c>.</summary>
    public ProcessCommand List(string what) => new() { FileName = _options.Ffmpeg, Arguments = ["-hide_banner", what], TimeLimit = _options.ProbeTimeLimit };

    /// <summary>A look at a file, which may name no others; prints JSON.</summary>
    public ProcessCommand Probe(string path) => Probe(path, MediaGuard.Input);

    /// <summary>The same for a file that nobody vouches for: it is opened only as one of <paramref name="formats"/>.</summary>
    public ProcessCommand ProbeUntrusted(string path, IEnumerable<string> formats) => Probe(path, MediaGuard.Only(formats));

    private ProcessCommand Probe(string path, IReadOnlyList<string> guard) => new()
    {
        FileName = _options.Ffprobe,
        Arguments = ["-v", "error", "-sexagesimal", "-print_format", "json", "-show_format", "-show_streams", .. guard, path],
        TimeLimit = _options.ProbeTimeLimit,
    };

    [GeneratedRegex(@"^ffmpeg version (?<version>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex VersionPattern();
}
