using System.Globalization;
using Microsoft.Extensions.Options;
using ShortsFactory.Media;
using ShortsFactory.Resources;

namespace ShortsFactory.Downloads.Pages;

/// <summary>Describes runs of yt-dlp; the one place that knows its options.</summary>
public sealed class YtDlp(IOptions<DownloadOptions> options, IOptions<MediaOptions> media)
{
    /// <summary>What the program is called.</summary>
    public const string Package = "yt-dlp";

    private const int StallFactor = 4;

    /// <summary>What goes through the proxy; programs for other protocols would go round it.</summary>
    private const string Protocols = "[protocol~='^(https?|m3u8_native|http_dash_segments)$']";

    private static readonly TimeSpan VersionTimeLimit = TimeSpan.FromSeconds(30);

    private static readonly string[] ProxyVariables = ["no_proxy", "NO_PROXY", "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

    private readonly DownloadOptions _options = options.Value;

    /// <summary>Prints its version.</summary>
    public ProcessCommand VersionCommand => new() { FileName = _options.YtDlp, Arguments = ["--version"], TimeLimit = VersionTimeLimit };

    /// <summary>
    /// Fetches the one video of a page into the working directory. The address goes to standard input, where it is never an option, and where
    /// nobody sees it who looks at processes or logs.
    /// </summary>
    internal ProcessCommand Fetch(WebAddress address, string workingDirectory, string proxy, YtDlpOutput output) => new()
    {
        FileName = _options.YtDlp,
        Arguments =
        [
            // Nothing of the user's own set-up, and nothing outside of the directory.
            "--ignore-config", "--no-cache-dir", "--no-mtime",
            "--batch-file", "-",
            "--no-playlist", "--playlist-items", "1", "--match-filter", "!is_live",
            "--output", "video.%(ext)s", "--restrict-filenames", "--no-part",
            "--format", $"bv*{Protocols}+ba{Protocols}/b{Protocols}", "--downloader", "native",
            "--format-sort", string.Create(CultureInfo.InvariantCulture, $"res:{_options.PageResolution},vcodec:h264,acodec:aac"),
            "--merge-output-format", "mp4/mkv",
            .. media.Value.Ffmpeg.Contains('/', StringComparison.Ordinal) ? ["--ffmpeg-location", media.Value.Ffmpeg] : Array.Empty<string>(),
            "--max-filesize", _options.SizeLimit.ToString(CultureInfo.InvariantCulture),
            "--proxy", proxy,
            "--socket-timeout", string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(_options.StallLimit.TotalSeconds)}"),
            "--retries", _options.Attempts.ToString(CultureInfo.InvariantCulture),
            "--no-colors", "--no-warnings", "--quiet", "--no-simulate",
            "--progress", "--newline", "--progress-template", YtDlpOutput.ProgressTemplate,
            "--print", YtDlpOutput.TitleTemplate,
        ],
        WorkingDirectory = workingDirectory,

        // Nothing goes round the proxy; the user's own one is behind it.
        Environment = ProxyVariables.ToDictionary(name => name, _ => "", StringComparer.Ordinal),
        StandardInput = address.Uri.AbsoluteUri + "\n",
        TimeLimit = Timeout.InfiniteTimeSpan,
        StallLimit = _options.StallLimit * StallFactor,
        OnOutputLine = output.Read,
        IsSignOfLife = output.IsAdvance,
    };
}
