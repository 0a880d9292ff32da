namespace ShortsFactory.Compositing.Encoders;

/// <summary>One of ffmpeg's video encoders, and how it is told what is wanted. Pure: nothing is started.</summary>
internal interface IVideoEncoder
{
    /// <summary>ffmpeg's name of it, which is also the setting's.</summary>
    string Name { get; }

    /// <summary>What it makes.</summary>
    VideoCodec Codec { get; }

    /// <summary>Whether a graphics device does the work, which may be missing or busy.</summary>
    bool IsHardware { get; }

    /// <summary>Whether several of it can work in one ffmpeg: those that need little memory and no threads of their own.</summary>
    bool IsSmall => false;

    /// <summary>Arguments before the inputs, which open the device.</summary>
    IReadOnlyList<string> Device => [];

    /// <summary>Filters that bring pictures to the device; empty where the encoder takes them as they are.</summary>
    string Upload => "";

    /// <summary>Arguments for the pictures, besides their colours and the codec's tag.</summary>
    IReadOnlyList<string> Arguments(EncoderSettings settings);
}
