using ShortsFactory.Audio;

namespace ShortsFactory.Media;

/// <summary>A track as it is delivered: AAC-LC in an mp4 file of its own, to be taken over as it is.</summary>
internal sealed record EncodedSound
{
    /// <summary>The file's name in the directory of the scope that it was asked for with.</summary>
    public const string FileName = "sound.m4a";

    /// <summary>What it measures once it is decoded again.</summary>
    public required Loudness Loudness { get; init; }

    /// <summary>How often it was encoded until it measured as it must.</summary>
    public required int Tries { get; init; }
}
