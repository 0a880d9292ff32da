namespace ShortsFactory.Conversions;

/// <summary>What a caller asks for: files, and what they shall become.</summary>
public sealed record ConversionRequest
{
    /// <summary>The files, as absolute paths.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Absolute path of the result, or of the folder for results.</summary>
    public required string Output { get; init; }

    /// <summary>Whether <see cref="Output"/> is a folder whatever it looks like.</summary>
    public bool IsFolder { get; init; }

    /// <summary>The format's name; <see langword="null"/> takes the output's extension, or what the preset is for.</summary>
    public string? To { get; init; }

    /// <summary>The preset's name; <see langword="null"/> keeps size, shape and loudness.</summary>
    public string? Preset { get; init; }

    /// <summary>How a picture of another shape fills a preset's frame: <c>crop</c> or <c>blur</c>; <see langword="null"/> means the first.</summary>
    public string? Fill { get; init; }

    /// <summary>The moment of a video that becomes a picture, as people write it; <see langword="null"/> for the most typical one of its first seconds.</summary>
    public string? At { get; init; }
}
