using System.Globalization;
using ShortsFactory.Pipeline.Manifests;
using ShortsFactory.Recognition;

namespace ShortsFactory.Cli.Display;

/// <summary>The one line that tells what was made.</summary>
internal static class Summary
{
    private const double BytesPerMegabyte = 1_000_000;

    public static string Of(ShortRequest request, Manifest manifest, TimeSpan elapsed)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, request.OutputPath);
        var shown = path.StartsWith("..", StringComparison.Ordinal) ? request.OutputPath : path;
        var recognized = manifest.Words.Count(word => word.Timing == WordTiming.Recognized);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Made {shown} in {elapsed.TotalSeconds:0.0} s: {manifest.DurationSeconds:0.0} s of {manifest.Video.Width}x{manifest.Video.Height}, "
            + $"{new FileInfo(request.OutputPath).Length / BytesPerMegabyte:0.0} MB, {manifest.Audio.IntegratedLufs:0.0} LUFS, "
            + $"{recognized} of {manifest.Words.Count} words timed by recognition");
    }
}
