using ShortsFactory.Resources;

namespace ShortsFactory.Compositing;

/// <summary>ffmpeg ended well, but what it wrote is not the video that was asked for.</summary>
public sealed class VideoBrokenException : ShortsFactoryException
{
    internal VideoBrokenException(string problem, Exception? innerException = null)
        : base($"ffmpeg ended well, but the video that it wrote cannot be used: {problem}", innerException) =>
        Advice = "Run it again; if it happens again, 'shorts doctor' checks ffmpeg, and Media:Ffmpeg says which one is used.";
}
