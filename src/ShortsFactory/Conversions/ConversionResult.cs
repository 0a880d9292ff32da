namespace ShortsFactory.Conversions;

/// <summary>What became of a file.</summary>
/// <param name="Input">Absolute path of the source.</param>
/// <param name="Output">Absolute path of the result, which is there and whole.</param>
/// <param name="Bytes">The result's size.</param>
/// <param name="Warning">What the user should know of it; <see langword="null"/> if all is well.</param>
public sealed record ConversionResult(string Input, string Output, long Bytes, string? Warning);
