namespace ShortsFactory.Conversions.Targets;

/// <summary>A format that files are converted to. Pure: it describes the runs that make it, and starts nothing.</summary>
internal interface ITargetFormat
{
    /// <summary>Its name, as in <c>--to</c>; with a point before it, the extension of its files.</summary>
    string Name { get; }

    /// <summary>Other extensions that mean it, without their point.</summary>
    IReadOnlyList<string> Aliases => [];

    /// <summary>What its files hold.</summary>
    TargetKind Kind { get; }

    /// <summary>The longest side that the format can store, in pixels; 0 for any.</summary>
    int LongestSide => 0;

    /// <summary>Whether a source stays as it moves; else it is one picture.</summary>
    bool Moves(Source source) => Kind is TargetKind.Video;

    /// <summary>The runs that make <paramref name="output"/> of a source, in their order.</summary>
    IReadOnlyList<ConversionStep> Steps(Source source, Look look, string output);
}
