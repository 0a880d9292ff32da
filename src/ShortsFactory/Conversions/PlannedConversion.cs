using ShortsFactory.Conversions.Targets;

namespace ShortsFactory.Conversions;

/// <summary>One file that will be made of one other.</summary>
/// <param name="Input">Absolute path of the source.</param>
/// <param name="Output">Absolute path of the result.</param>
/// <param name="Target">The result's format.</param>
/// <param name="Look">What the result looks and sounds like.</param>
internal sealed record PlannedConversion(string Input, string Output, ITargetFormat Target, Look Look);
