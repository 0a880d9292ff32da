namespace ShortsFactory.Compositing;

/// <summary>The finished video, as measured on the file itself.</summary>
public sealed record Video
{
    /// <summary>Absolute path of the mp4.</summary>
    public required string Path { get; init; }

    /// <summary>Absolute path of the cover picture.</summary>
    public required string CoverPath { get; init; }

    /// <summary>Length of the video stream.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>The video codec's name, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Bit rate of the video stream in bits per second.</summary>
    public required long Bitrate { get; init; }

    /// <summary>Integrated loudness of the delivered file in LUFS.</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>True peak of the delivered file in dBTP.</summary>
    public required double TruePeakDbtp { get; init; }
}
