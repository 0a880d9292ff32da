using ShortsFactory.Pipeline;

namespace ShortsFactory.Templates;

/// <summary>The safe zones of the platforms, one YAML file each in the folder <c>safe-zones</c> beside the templates.</summary>
internal sealed class SafeZoneCatalog(TemplateFolders folders)
{
    private const string Folder = "safe-zones";
    private const double Least = 300;

    /// <summary>The names of the platforms, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => folders.Names(Folder);

    /// <exception cref="InvalidInputException">The platform is unknown, or its file is wrong.</exception>
    public SafeZone Load(string platform)
    {
        if (folders.Find(platform, Folder) is not { } path)
        {
            throw new InvalidInputException($"There is no platform '{platform}' with a safe zone.{Suggestion.For(platform, Names)}")
            {
                Advice = $"Choose one of: {string.Join(", ", Names)}.",
            };
        }

        var map = YamlMap.Load(path);
        map.Text("description");
        var zone = Read(map, new SafeZone { Left = 0, Top = 0, Right = 1080, Bottom = 1920 });
        map.RefuseOtherKeys();
        return zone;
    }

    /// <summary>Reads the edges that a mapping names; the others are those of <paramref name="standard"/>.</summary>
    public static SafeZone Read(YamlMap map, SafeZone standard)
    {
        var zone = new SafeZone
        {
            Left = map.Number("left", standard.Left, 0, 780),
            Top = map.Number("top", standard.Top, 0, 1620),
            Right = map.Number("right", standard.Right, 300, 1080),
            Bottom = map.Number("bottom", standard.Bottom, 300, 1920),
        };
        return zone.Width >= Least && zone.Height >= Least
            ? zone
            : throw map.Invalid("left", $"The safe zone is {zone.Width:0} pixels wide and {zone.Height:0} high; captions need at least {Least:0} by {Least:0}.");
    }
}
