namespace ShortsFactory.Resources;

/// <summary>What a run left behind whose process is dead.</summary>
/// <param name="Path">Its directory.</param>
/// <param name="Bytes">The size of the files in it.</param>
/// <param name="Age">Since the run began.</param>
public readonly record struct DeadRun(string Path, long Bytes, TimeSpan Age);
