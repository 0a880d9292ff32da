using System.Globalization;
using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.Formats;

/// <summary>The settings of sounds that are groups of values: <c>music</c> and <c>transition-sound</c>. A value alone is the file.</summary>
internal static partial class SoundFields
{
    public const string Music = "music";
    public const string Transition = "transition-sound";
    public const string File = "file";

    private const double LowestVolume = -30;
    private const double HighestVolume = 12;
    private static readonly TimeSpan LongestFade = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStart = TimeSpan.FromHours(10);
    private static readonly IReadOnlyList<string> MusicNames = [File, "volume", "from", "fade-in", "fade-out", "duck", "loop", "credit"];
    private static readonly IReadOnlyList<string> TransitionNames = [File, "volume"];

    /// <summary>The names that a group may hold; <see langword="null"/> if the setting is no group.</summary>
    public static IReadOnlyList<string>? NamesIn(string setting) => setting switch
    {
        Music => MusicNames,
        Transition => TransitionNames,
        _ => null,
    };

    /// <summary>A copy with one value of the music changed.</summary>
    /// <exception cref="FormatException">The value does not fit; the message says what does.</exception>
    public static MusicSettings With(MusicSettings? music, string name, string text)
    {
        music ??= new MusicSettings { File = "" };
        return name switch
        {
            File => music with { File = text },
            "volume" => music with { Volume = Decibels(text) },
            "from" => music with { From = Time(name, text, LongestStart) },
            "fade-in" => music with { FadeIn = Time(name, text, LongestFade) },
            "fade-out" => music with { FadeOut = Time(name, text, LongestFade) },
            "duck" => music with { Duck = Switch(name, text) },
            "loop" => music with { Loop = Switch(name, text) },
            "credit" => music with { Credit = text },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not the name of a value of music."),
        };
    }

    /// <summary>A copy with one value of a transition's sound changed.</summary>
    /// <exception cref="FormatException">The value does not fit; the message says what does.</exception>
    public static TransitionSound With(TransitionSound? sound, string name, string text)
    {
        sound ??= new TransitionSound { File = "" };
        return string.Equals(name, File, StringComparison.Ordinal) ? sound with { File = text } : sound with { Volume = Decibels(text) };
    }

    private static double Decibels(string text) =>
        VolumePattern().Match(text) is { Success: true } match
            && double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is >= LowestVolume and <= HighestVolume and var decibels
            ? decibels
            : throw new FormatException($"'volume' is '{text}'. Write decibels from {LowestVolume} to {HighestVolume}, such as -3 dB; 0 is the usual level.");

    private static TimeSpan Time(string name, string text, TimeSpan longest) =>
        Parse(text) is { } time && time <= longest
            ? time
            : throw new FormatException($"'{name}' is '{text}'. Write a time such as 500ms, 1.5s or 1:20, at most {(longest.TotalHours >= 1 ? $"{longest.TotalHours:0} hours" : $"{longest.TotalSeconds:0} s")}.");

    private static TimeSpan? Parse(string text)
    {
        if (TimePattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = Number("number");
        return match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            _ => TimeSpan.FromSeconds((Number("hours") * 3_600) + (Number("minutes") * 60) + number),
        };

        double Number(string group) => match.Groups[group] is { Success: true } found ? double.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    private static bool Switch(string name, string text) => SwitchText.TryParse(text) ?? throw new FormatException($"'{name}' is '{text}'. Write on or off.");

    [GeneratedRegex(@"^(?<number>[+-]?[0-9]{1,3}(\.[0-9]{1,3})?) ?(dB)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex VolumePattern();

    [GeneratedRegex(@"^(((?<hours>[0-9]{1,2}):)?(?<minutes>[0-9]{1,3}):)?(?<number>[0-9]{1,6}(\.[0-9]{1,3})?) ?(?<unit>ms|s)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TimePattern();
}
