using ShortsFactory.Conversions.Targets;

namespace ShortsFactory.Conversions.Presets;

/// <summary>A purpose that files are converted for.</summary>
/// <param name="Name">Its name, as in <c>--preset</c>.</param>
/// <param name="Description">What it does, for the help.</param>
/// <param name="Look">What results look and sound like.</param>
/// <param name="Kinds">The kinds of formats that it makes sense for.</param>
/// <param name="DefaultTarget">The format where none is named; <see langword="null"/> if one must be.</param>
internal sealed record Preset(string Name, string Description, Look Look, IReadOnlyList<TargetKind> Kinds, string? DefaultTarget);
