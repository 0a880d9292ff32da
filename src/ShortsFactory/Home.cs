namespace ShortsFactory;

/// <summary>The directory that holds the product's own files: settings, templates, models and native libraries.</summary>
public sealed record Home
{
    private const string SettingsName = "appsettings.json";

    /// <summary>Absolute path of the directory.</summary>
    public required string Directory { get; init; }

    /// <summary>The settings file, <c>appsettings.json</c>.</summary>
    public string Settings => Path.Combine(Directory, SettingsName);

    /// <summary>The caption templates.</summary>
    public string Templates => Path.Combine(Directory, "templates");

    /// <summary>The VOSK models.</summary>
    public string Models => Path.Combine(Directory, "models");

    /// <summary>The native libraries that set-up fetched.</summary>
    public string NativeLibraries => Path.Combine(Directory, "artifacts", "native");

    /// <summary>Finds the directory: the nearest one at or above the running program that holds settings and templates.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static Home Find() => Find(AppContext.BaseDirectory);

    internal static Home Find(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            var home = new Home { Directory = directory.FullName };
            if (File.Exists(home.Settings) && System.IO.Directory.Exists(home.Templates))
            {
                return home;
            }
        }

        throw new DirectoryNotFoundException($"No directory at or above '{start}' holds {SettingsName} and templates.");
    }
}
