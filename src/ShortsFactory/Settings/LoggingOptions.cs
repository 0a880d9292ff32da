using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Settings;

/// <summary>Where the log goes. Configuration section <c>Logging</c>.</summary>
public sealed class LoggingOptions
{
    /// <summary>The folder of the daily log files; empty (the default) means the user's state directory.</summary>
    public string Directory { get; set; } = "";

    /// <summary>How many daily files are kept; 14 by default.</summary>
    [Range(1, 1000)]
    public int RetainedFiles { get; set; } = 14;

    /// <summary>The folder in use.</summary>
    public string ResolveDirectory()
    {
        if (Directory.Length > 0)
        {
            return Path.GetFullPath(Directory);
        }

        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        if (string.IsNullOrEmpty(state))
        {
            state = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        }

        return Path.Combine(state, "shortsfactory", "logs");
    }
}
