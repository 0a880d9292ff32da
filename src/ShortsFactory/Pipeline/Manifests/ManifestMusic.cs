namespace ShortsFactory.Pipeline.Manifests;

/// <summary>The music of the delivered file.</summary>
public sealed record ManifestMusic
{
    /// <summary>The file's name, or <c>generated:NAME</c>.</summary>
    public required string File { get; init; }

    /// <summary>Whom to name for it, as the script says; <see langword="null"/> if it says nothing.</summary>
    public string? Credit { get; init; }

    /// <summary>How far it lies below the voice in the sentence in which it is nearest to it, in LU (ITU-R BS.1770-4).</summary>
    public double? BelowVoiceLu { get; init; }
}
