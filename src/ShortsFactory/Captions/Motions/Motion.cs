namespace ShortsFactory.Captions.Motions;

/// <summary>How something moves, on the clock that starts with its group.</summary>
internal sealed record Motion
{
    /// <summary>At its place, in its size.</summary>
    public static Motion None { get; } = new();

    /// <summary>Offset to the right, in pixels.</summary>
    public Curve X { get; init; } = Curve.Constant(0);

    /// <summary>Offset downwards, in pixels.</summary>
    public Curve Y { get; init; } = Curve.Constant(0);

    /// <summary>Size as a factor, around its own middle.</summary>
    public Curve Scale { get; init; } = Curve.Constant(1);

    public Motion With(Motion other) => new()
    {
        X = X.Plus(other.X),
        Y = Y.Plus(other.Y),
        Scale = Scale.MultipliedBy(other.Scale),
    };
}
