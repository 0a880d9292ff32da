namespace ShortsFactory.Caching;

/// <summary>A result that is kept, as it was when it was looked at.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="LastUsed">When a run last made or used it.</param>
internal sealed record CacheEntry(string Path, long Size, DateTime LastUsed);
