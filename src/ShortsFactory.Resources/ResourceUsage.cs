namespace ShortsFactory.Resources;

/// <summary>What a run opened and gave back.</summary>
/// <param name="Opened">Resources that scopes took ownership of.</param>
/// <param name="Released">Resources that were given back.</param>
/// <param name="Leaked">Resources that are still open.</param>
/// <param name="CleanupFailures">Release steps that threw; each was logged, and the steps after it ran.</param>
public readonly record struct ResourceUsage(long Opened, long Released, long Leaked, long CleanupFailures);
