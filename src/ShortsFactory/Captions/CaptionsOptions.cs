using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Captions;

/// <summary>How captions look where neither request nor script says so. Configuration section <c>Captions</c>.</summary>
public sealed class CaptionsOptions
{
    /// <summary>Name of the caption template; <c>bold-pop</c> by default.</summary>
    [Required]
    public string Template { get; set; } = "bold-pop";

    /// <summary>The directory of the user's own templates; empty (the default) means <c>shortsfactory/templates</c> in the user's settings directory.</summary>
    public string TemplateDirectory { get; set; } = "";

    /// <summary>The platform whose safe zone captions keep to, such as <c>tiktok</c>; empty (the default) leaves it to the template.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The directory in use (XDG Base Directory Specification: <c>$XDG_CONFIG_HOME</c>, else <c>~/.config</c>).</summary>
    public string ResolveTemplateDirectory()
    {
        if (TemplateDirectory.Length > 0)
        {
            return Path.GetFullPath(TemplateDirectory);
        }

        var settings = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        if (string.IsNullOrEmpty(settings) || !Path.IsPathRooted(settings))
        {
            settings = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        }

        return Path.GetFullPath(Path.Combine(settings, "shortsfactory", "templates"));
    }
}
