using System.Globalization;

namespace ShortsFactory.Compositing.Encoders;

/// <summary>What every encoder is asked for, in terms that mean the same to all of them.</summary>
internal sealed record EncoderSettings
{
    /// <summary>How much time goes into a picture.</summary>
    public required EncodingQuality Quality { get; init; }

    /// <summary>The preset of x264 and x265 that the user names; empty leaves it to the quality.</summary>
    public string Preset { get; init; } = "";

    /// <summary>The constant quality of x264 that the user names; <see langword="null"/> leaves it to <see cref="Quality"/>.</summary>
    public int? Crf { get; init; }

    /// <summary>Bits per second at most, evened out by a buffer of a second.</summary>
    public required int MaxBitrate { get; init; }

    /// <summary>Frames in a closed group of pictures, at most.</summary>
    public required int GroupLength { get; init; }

    /// <summary>
    /// The size of the decoder's buffer in bits: a second. A chunk does not know what the one before it left there; so that no two seconds hold more
    /// than those of one video with the usual buffer of two seconds, it is smaller, and half full when a chunk begins.
    /// </summary>
    public int Buffer => MaxBitrate;

    /// <summary>What is in the buffer when a chunk begins.</summary>
    public int InitialBuffer => MaxBitrate / 2;

    /// <summary>The value for the quality that is asked for.</summary>
    public T Choose<T>(T draft, T standard, T high) => Quality switch
    {
        EncodingQuality.Draft => draft,
        EncodingQuality.High => high,
        _ => standard,
    };

    /// <summary>A number as ffmpeg reads it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
