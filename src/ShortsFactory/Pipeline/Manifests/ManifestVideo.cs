namespace ShortsFactory.Pipeline.Manifests;

/// <summary>The picture of the delivered file.</summary>
public sealed record ManifestVideo
{
    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Frames per second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>The codec's name, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Bit rate of the video stream in bits per second.</summary>
    public required long Bitrate { get; init; }
}
