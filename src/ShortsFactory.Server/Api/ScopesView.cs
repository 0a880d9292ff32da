namespace ShortsFactory.Server.Api;

/// <summary>What this process has opened and given back: temporary directories, files, child processes.</summary>
/// <param name="Opened">How much it has opened.</param>
/// <param name="Open">How much of it is open now; nothing while no job is being made.</param>
/// <param name="CleanupFailures">How often giving back failed.</param>
internal sealed record ScopesView(long Opened, long Open, long CleanupFailures);
