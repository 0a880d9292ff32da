namespace ShortsFactory.Compositing.Encoders;

/// <summary>ffmpeg's names of encoders of devices.</summary>
internal static class EncoderNames
{
    public static string Of(VideoCodec codec, string device) => $"{codec.ToString().ToLowerInvariant()}_{device}";
}
