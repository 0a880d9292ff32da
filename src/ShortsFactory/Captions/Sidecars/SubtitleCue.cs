using ShortsFactory.Recognition;

namespace ShortsFactory.Captions.Sidecars;

/// <summary>What a player shows together below the picture.</summary>
/// <param name="Start">When it appears.</param>
/// <param name="End">When it disappears; after <paramref name="Start"/>, never after the next cue's start.</param>
/// <param name="Lines">The words, line by line.</param>
internal sealed record SubtitleCue(TimeSpan Start, TimeSpan End, IReadOnlyList<IReadOnlyList<TimedWord>> Lines);
