using ShortsFactory.Downloads;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Display;

/// <summary>What became of an address.</summary>
/// <param name="Address">The address, as it may be shown.</param>
/// <param name="Path">Absolute path of the file; <see langword="null"/> if there is none.</param>
/// <param name="Media">What was fetched; <see langword="null"/> if nothing was.</param>
/// <param name="Error">Why not.</param>
internal sealed record FetchOutcome(string Address, string? Path, FetchedMedia? Media, ShortsFactoryException? Error);
