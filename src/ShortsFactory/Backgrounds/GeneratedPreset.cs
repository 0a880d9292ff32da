namespace ShortsFactory.Backgrounds;

/// <summary>A generated background: coloured lights that drift over a dark ground.</summary>
internal sealed record GeneratedPreset
{
    /// <summary>The name that follows <c>generated:</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The colour where no light shines, as six hexadecimal digits.</summary>
    public required string Ground { get; init; }

    /// <summary>The lights; they add up.</summary>
    public required IReadOnlyList<Light> Lights { get; init; }
}
