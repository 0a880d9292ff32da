using System.Globalization;
using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Downloads.Pages;

/// <summary>Reads what yt-dlp prints as it was told to: how far it is, and what the video is called. Other lines are passed over.</summary>
internal sealed class YtDlpOutput(IProgress<MediaProgress> progress)
{
    /// <summary>How far it is, as yt-dlp is to print it.</summary>
    public const string ProgressTemplate = $"download:{ProgressMark}%(progress.downloaded_bytes)s %(progress.total_bytes)s %(progress.total_bytes_estimate)s";

    /// <summary>What the video is called, as yt-dlp is to print it.</summary>
    public const string TitleTemplate = $"{TitleMark}%(title)s";

    private const string ProgressMark = "shorts-progress ";
    private const string TitleMark = "shorts-title ";

    private double _last = -1;

    /// <summary>The video's title; empty if there was none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whether a line says that more has come; a program that only talks gets nowhere.</summary>
    public bool IsAdvance(string line)
    {
        if (Parse(line) is not { } now)
        {
            return line.StartsWith(TitleMark, StringComparison.Ordinal) && Title.Length == 0;
        }

        var advances = now.Done != _last;
        _last = now.Done;
        return advances;
    }

    /// <summary>Takes a line.</summary>
    public void Read(string line)
    {
        if (Parse(line) is { } now)
        {
            progress.Report(now);
        }
        else if (line.StartsWith(TitleMark, StringComparison.Ordinal))
        {
            // A title is no path.
            Title = line[TitleMark.Length..].Replace('/', '-').Replace('\\', '-');
        }
    }

    internal static MediaProgress? Parse(string line)
    {
        if (!line.StartsWith(ProgressMark, StringComparison.Ordinal) || line[ProgressMark.Length..].Split(' ') is not [var done, var total, var estimate])
        {
            return null;
        }

        return Number(done) is { } bytes ? new MediaProgress(bytes, Number(total) ?? Number(estimate)) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0 ? number : null;
}
