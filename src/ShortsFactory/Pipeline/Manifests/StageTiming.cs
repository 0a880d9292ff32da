namespace ShortsFactory.Pipeline.Manifests;

/// <summary>How long a stage took.</summary>
public sealed record StageTiming
{
    /// <summary>The stage.</summary>
    public required StageName Name { get; init; }

    /// <summary>Wall time in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether earlier, verified results were used for all that the stage makes.</summary>
    public bool Cached => Parts > 0 && CachedParts == Parts;

    /// <summary>How many results the stage consists of, such as one for each sentence; 0 where none are kept.</summary>
    public required int Parts { get; init; }

    /// <summary>For how many of them an earlier, verified result was used.</summary>
    public required int CachedParts { get; init; }
}
