using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Caching;

/// <summary>Whether and where results are kept for later runs. Configuration section <c>Cache</c>.</summary>
public sealed class CacheOptions
{
    /// <summary>Whether results are kept and used again; on by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The directory; empty (the default) means <c>shortsfactory</c> in the user's cache directory.</summary>
    public string Directory { get; set; } = "";

    /// <summary>How many bytes are kept at the end of a run, the least recently used going first; 0 to 10 TB, 5 GiB by default.</summary>
    [Range(0L, 10_000_000_000_000L)]
    public long SizeLimit { get; set; } = 5L << 30;

    /// <summary>The directory in use (XDG Base Directory Specification: <c>$XDG_CACHE_HOME</c>, else <c>~/.cache</c>).</summary>
    public string ResolveDirectory()
    {
        if (Directory.Length > 0)
        {
            return Path.GetFullPath(Directory);
        }

        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(caches) || !Path.IsPathRooted(caches))
        {
            caches = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return Path.GetFullPath(Path.Combine(caches, "shortsfactory"));
    }
}
