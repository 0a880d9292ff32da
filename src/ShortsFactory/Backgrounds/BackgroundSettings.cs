using ShortsFactory.Pipeline;
using ShortsFactory.Templates;

namespace ShortsFactory.Backgrounds;

/// <summary>What a script says of a background: a text alone is its path, colour or preset; in braces it has more to say.</summary>
internal sealed record BackgroundSettings
{
    private const string Path = "path";
    private const string RandomPlace = "random";

    /// <summary>The path of a file or folder, a colour or a preset.</summary>
    public required string Source { get; init; }

    /// <summary>Where a video begins.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Whether a video begins at a place that the seed chooses.</summary>
    public bool FromAnywhere { get; init; }

    /// <summary>Where a video ends; <see langword="null"/> for its own end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>Whether a video begins again when it has come to its end; else its last picture stands still.</summary>
    public bool Loops { get; init; } = true;

    /// <summary>How fast a video runs, as a factor.</summary>
    public double Speed { get; init; } = 1;

    public Fill Fill { get; init; }

    public PictureMotion Motion { get; init; }

    public FolderPick Pick { get; init; }

    /// <summary>What random choices depend on; <see langword="null"/> for the script's.</summary>
    public string? Seed { get; init; }

    public SceneTransition Transition { get; init; }

    /// <summary>Whether a video is cut at its beginning or its end.</summary>
    public bool Trims => From > TimeSpan.Zero || To is not null;

    /// <exception cref="InvalidInputException">A setting is unknown or its value does not fit.</exception>
    public static BackgroundSettings Read(string text, BackgroundOrigin origin)
    {
        if (text.TrimStart() is not ['{', ..])
        {
            return new BackgroundSettings { Source = text.Trim() };
        }

        var map = YamlMap.Parse(text, new YamlSource(origin.ScriptPath, origin.Line, "a background"));
        var from = map.OptionalText("from");
        var isRandom = string.Equals(from, RandomPlace, StringComparison.OrdinalIgnoreCase);
        var settings = new BackgroundSettings
        {
            Source = map.Text(Path).Trim(),
            From = isRandom ? TimeSpan.Zero : map.OptionalTime("from") ?? TimeSpan.Zero,
            FromAnywhere = isRandom,
            To = map.OptionalTime("to"),
            Loops = map.Choice("loop", Templates.Overlays.Switch.On) is Templates.Overlays.Switch.On,
            Speed = map.Number("speed", 1, 0.25, 4),
            Fill = map.Choice("fill", Fill.Crop),
            Motion = map.Choice("motion", PictureMotion.Auto),
            Pick = map.Choice("pick", FolderPick.Next),
            Seed = map.OptionalText("seed"),
            Transition = map.Choice("transition", SceneTransition.Fade),
        };
        map.RefuseOtherKeys();
        return settings.To <= settings.From
            ? throw map.Invalid("to", $"'to' is {settings.To.Value.TotalSeconds:0.###} s, which does not lie behind 'from', {settings.From.TotalSeconds:0.###} s.")
            : settings;
    }
}
