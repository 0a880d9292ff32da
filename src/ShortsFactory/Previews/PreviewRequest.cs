namespace ShortsFactory.Previews;

/// <summary>What a caller wants to see of a short before it is made.</summary>
public sealed record PreviewRequest
{
    /// <summary>The short; its output is not written to.</summary>
    public required ShortRequest Short { get; init; }

    /// <summary>Absolute path of the picture, a .png or .jpg.</summary>
    public required string PicturePath { get; init; }

    /// <summary>The moment to show; <see langword="null"/> takes the one of the cover.</summary>
    public TimeSpan? At { get; init; }
}
