namespace ShortsFactory.Resources;

/// <summary>What the janitor did, or would do.</summary>
/// <param name="Runs">The dead runs that were removed.</param>
/// <param name="Problems">What could not be removed or looked at, and why: a sentence each.</param>
public sealed record CleaningReport(IReadOnlyList<DeadRun> Runs, IReadOnlyList<string> Problems);
