using System.Globalization;

namespace ShortsFactory.Media;

/// <summary>
/// Reads what ffmpeg writes with <c>-progress</c>: blocks of <c>key=value</c> lines, each ended by <c>progress=continue</c>
/// or <c>progress=end</c>. Unknown keys and values such as <c>N/A</c> are passed over.
/// </summary>
internal sealed class FfmpegProgressReader(Action<FfmpegProgress> onProgress)
{
    private FfmpegProgress _block;
    private TimeSpan _furthest = TimeSpan.MinValue;
    private long _mostFrames = -1;

    /// <summary>Whether a line says that the encode has got further; ffmpeg also reports when it does not.</summary>
    public bool IsAdvance(string line)
    {
        var furthest = _block.Time > _furthest;
        var more = _block.Frame > _mostFrames;
        (_furthest, _mostFrames) = (furthest ? _block.Time : _furthest, more ? _block.Frame : _mostFrames);
        return furthest || more || line is "progress=end";
    }

    public void Read(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return;
        }

        var value = line.AsSpan(equals + 1).Trim();
        switch (line[..equals])
        {
            case "frame" when long.TryParse(value, CultureInfo.InvariantCulture, out var frame):
                _block = _block with { Frame = frame };
                break;
            case "fps" when double.TryParse(value, CultureInfo.InvariantCulture, out var framesPerSecond):
                _block = _block with { FramesPerSecond = framesPerSecond };
                break;
            case "out_time_us" when long.TryParse(value, CultureInfo.InvariantCulture, out var microseconds):
                _block = _block with { Time = TimeSpan.FromMicroseconds(microseconds) };
                break;
            case "speed" when double.TryParse(value.TrimEnd('x'), CultureInfo.InvariantCulture, out var speed):
                _block = _block with { Speed = speed };
                break;
            case "progress":
                onProgress(_block);
                break;
        }
    }
}
