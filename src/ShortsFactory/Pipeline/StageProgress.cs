namespace ShortsFactory.Pipeline;

/// <summary>How far a stage is.</summary>
/// <param name="Stage">The stage that reports.</param>
/// <param name="Fraction">Done so far, 0 to 1.</param>
/// <param name="Detail">A few words for the display, such as <c>sentence 4 of 12</c> or <c>58 fps</c>.</param>
public readonly record struct StageProgress(StageName Stage, double Fraction, string? Detail = null);
