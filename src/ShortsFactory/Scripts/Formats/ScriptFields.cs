using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.Formats;

/// <summary>A script's settings as written: YAML front matter or JSON properties.</summary>
internal sealed partial record ScriptFields
{
    /// <summary>The longest value of a setting, in characters: what is longer was meant for the text.</summary>
    private const int LongestValue = 4_000;

    /// <summary>The names of the settings, as a user writes them.</summary>
    public static readonly IReadOnlyList<string> Names = ["title", "voice", "narration", "template", "background", "language", "rate", "pitch", SoundFields.Music, SoundFields.Transition, .. PictureFields.Names];

    public string? Title { get; init; }

    public string? Voice { get; init; }

    public string? Narration { get; init; }

    public string? Template { get; init; }

    public string? Background { get; init; }

    public string? Language { get; init; }

    public int? Rate { get; init; }

    public int? Pitch { get; init; }

    public MusicSettings? Music { get; init; }

    public TransitionSound? Transition { get; init; }

    public PictureFormat? Format { get; init; }

    public string? Seed { get; init; }

    public string? Cover { get; init; }

    public ImmutableDictionary<string, string> Overlays { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The line of each setting that the script makes, from 1.</summary>
    public ImmutableDictionary<string, int> Lines { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>A copy with one setting changed; an empty value leaves it unset.</summary>
    /// <exception cref="FormatException">The value does not fit the setting; the message says what does.</exception>
    public ScriptFields With(string name, string value, int line)
    {
        var text = Bounded(name, value);
        return text.Length == 0 ? this : Set(name, text) with { Lines = Lines.SetItem(name, line) };
    }

    /// <summary>A copy with one value of a group changed; an empty value leaves it unset.</summary>
    /// <exception cref="FormatException">The value does not fit; the message says what does.</exception>
    public ScriptFields With(string group, string name, string value, int line)
    {
        var text = Bounded(name, value);
        return text.Length == 0 ? this : SetIn(group, name, text) with { Lines = Lines.ContainsKey(group) ? Lines : Lines.SetItem(group, line) };
    }

    private static string Bounded(string name, string value) => value.Trim() is { Length: <= LongestValue } text
        ? text
        : throw new FormatException($"'{name}' is {value.Length} characters long. A setting has {LongestValue} at most.");

    private ScriptFields SetIn(string group, string name, string text) => group switch
    {
        SoundFields.Music => this with { Music = SoundFields.With(Music, name, text) },
        _ => this with { Transition = SoundFields.With(Transition, name, text) },
    };

    private ScriptFields Set(string name, string text) =>
        name switch
        {
            "title" => this with { Title = Whitespace().Replace(text, " ") },
            "voice" => this with { Voice = text },
            "narration" => this with { Narration = text },
            "template" => this with { Template = text },
            "background" => this with { Background = text },
            "language" => this with { Language = LanguageTag.Check(text) },
            "rate" => this with { Rate = WholeNumber(name, text, 80, 450, "words a minute") },
            "pitch" => this with { Pitch = WholeNumber(name, text, 0, 99, "where 50 is the voice's own") },
            SoundFields.Music or SoundFields.Transition => SetIn(name, SoundFields.File, text),
            PictureFields.Format => this with { Format = PictureFormat.Parse(text) },
            PictureFields.Seed => this with { Seed = text },
            PictureFields.Cover => this with { Cover = text },
            _ when PictureFields.Overlays.Contains(name, StringComparer.Ordinal) => this with { Overlays = Overlays.SetItem(name, text) },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not the name of a setting."),
        };

    private static int WholeNumber(string name, string text, int minimum, int maximum, string meaning) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new FormatException($"'{name}' is '{text}'. Write a whole number from {minimum} to {maximum}, {meaning}.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
