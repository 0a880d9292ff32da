namespace ShortsFactory.Recognition;

/// <summary>Where a spoken word lies on the track's clock, and how that is known.</summary>
/// <param name="Start">When it begins to sound.</param>
/// <param name="End">When it has sounded.</param>
/// <param name="Confidence">The recogniser's confidence, or <see langword="null"/> if the word was not heard but placed.</param>
internal readonly record struct WordSlot(TimeSpan Start, TimeSpan End, double? Confidence);
