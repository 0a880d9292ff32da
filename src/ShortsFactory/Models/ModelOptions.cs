using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Models;

/// <summary>Where recognition models are installed, and how they get there. Configuration section <c>Models</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>Where models are installed; empty (the default) means <c>shortsfactory/models</c> in <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>.</summary>
    public string Directory { get; set; } = "";

    /// <summary>The largest archive that is fetched, in bytes; 4 GiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long ArchiveLimit { get; set; } = 4L << 30;

    /// <summary>The most that an archive may hold, in bytes; 8 GiB by default.</summary>
    [Range(1, long.MaxValue)]
    public long UnpackedLimit { get; set; } = 8L << 30;

    /// <summary>The directory in use.</summary>
    internal string ResolveDirectory()
    {
        if (Directory.Length > 0)
        {
            return Path.GetFullPath(Directory);
        }

        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data))
        {
            data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        }

        return Path.Combine(data, "shortsfactory", "models");
    }
}
