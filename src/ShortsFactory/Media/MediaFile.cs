namespace ShortsFactory.Media;

/// <summary>What is known about a media file without decoding it.</summary>
internal sealed record MediaFile
{
    /// <summary>Absolute path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>Length; zero for a picture.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Width in pixels as shown, that is after rotation; 0 for sound.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels as shown, that is after rotation; 0 for sound.</summary>
    public int Height { get; init; }

    /// <summary>Average frames per second; 0 where there are none.</summary>
    public double FramesPerSecond { get; init; }

    /// <summary>The video codec's name, such as <c>h264</c>; empty for sound.</summary>
    public string Codec { get; init; } = "";

    /// <summary>Bit rate of the video stream in bits per second; 0 where the file does not say.</summary>
    public long Bitrate { get; init; }

    /// <summary>Whether there is sound in it.</summary>
    public bool HasSound { get; init; }

    /// <summary>
    /// Whether ffmpeg can start the file over at its end; of MPEG transport streams and AVI it reads the end again and again instead.
    /// </summary>
    public bool CanLoop { get; init; } = true;

    /// <summary>Whether the file says by which matrix its YUV pixels were made.</summary>
    public bool NamesColorMatrix { get; init; }

    /// <summary>Whether the pixels are of high dynamic range (PQ or HLG, ITU-R BT.2100).</summary>
    public bool HighDynamicRange { get; init; }

    /// <summary>Whether pixels may be transparent.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>The decoder to take instead of ffmpeg's usual one, which would leave transparency out; <see langword="null"/> for the usual one.</summary>
    public string? Decoder { get; init; }

    /// <summary>The EXIF orientation of a photograph, 1 (upright) to 8.</summary>
    public int Orientation { get; init; } = 1;
}
