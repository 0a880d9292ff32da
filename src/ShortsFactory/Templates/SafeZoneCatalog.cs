using ShortsFactory.Pipeline;

namespace ShortsFactory.Templates;

/// <summary>The safe zones of the platforms, one YAML file each in the folder <c>safe-zones</c> beside the templates.</summary>
internal sealed class SafeZoneCatalog(TemplateFolders folders)
{
    private const string Folder = "safe-zones";

    /// <summary>The names of the platforms, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => folders.Names(Folder);

    /// <exception cref="InvalidInputException">The platform is unknown, or its file is wrong.</exception>
    public SafeZone Load(string platform)
    {
        if (folders.Find(Path.Combine(Folder, platform)) is not { } path)
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
        var left = map.Number("left", standard.Left, 0, 780);
        var top = map.Number("top", standard.Top, 0, 1620);
        return new SafeZone
        {
            Left = left,
            Top = top,
            Right = map.Number("right", standard.Right, left + 300, 1080),
            Bottom = map.Number("bottom", standard.Bottom, top + 300, 1920),
        };
    }
}
