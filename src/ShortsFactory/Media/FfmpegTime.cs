using System.Globalization;

namespace ShortsFactory.Media;

/// <summary>Writes times for ffmpeg.</summary>
internal static class FfmpegTime
{
    /// <summary>Seconds, to the microsecond, which is how exactly ffmpeg reads them.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
