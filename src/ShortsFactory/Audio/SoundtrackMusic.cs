namespace ShortsFactory.Audio;

/// <summary>The music of a track.</summary>
public sealed record SoundtrackMusic
{
    /// <summary>The file's name, or <c>generated:NAME</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whom to name for it, if the script says so.</summary>
    public string? Credit { get; init; }

    /// <summary>How far it lies below the voice in the sentence in which it is nearest to it, in LU (ITU-R BS.1770-4), as measured on what was mixed; <see langword="null"/> if nobody speaks.</summary>
    public required double? BelowVoice { get; init; }
}
