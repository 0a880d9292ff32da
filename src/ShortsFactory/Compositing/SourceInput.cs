using ShortsFactory.Backgrounds;

namespace ShortsFactory.Compositing;

/// <summary>A file that a filter graph reads.</summary>
/// <param name="Background">Which one.</param>
/// <param name="Seek">Where it is opened.</param>
internal readonly record struct SourceInput(MediaBackground Background, TimeSpan Seek);
