namespace ShortsFactory.Pipeline;

/// <summary>How far a stage is.</summary>
/// <param name="Stage">The stage that reports.</param>
/// <param name="Fraction">Done so far, 0 to 1.</param>
/// <param name="Detail">A few words for the display, such as <c>sentence 4 of 12</c> or <c>58 fps</c>.</param>
public readonly record struct StageProgress(StageName Stage, double Fraction, string? Detail = null)
{
    /// <summary>About how much of a short's time each stage takes.</summary>
    private static readonly double[] Shares = [0.05, 0.02, 0.05, 0.03, 0.85];

    /// <summary>How much of the whole short is done, 0 to 1; a guess by what the stages usually take.</summary>
    public double OfShort => Shares.Take((int)Stage).Sum() + (Shares[(int)Stage] * Math.Clamp(Fraction, 0, 1));
}
