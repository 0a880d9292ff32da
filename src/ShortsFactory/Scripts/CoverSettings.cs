using ShortsFactory.Pipeline;
using ShortsFactory.Templates;

namespace ShortsFactory.Scripts;

/// <summary>What a script says of its cover: a moment or some of its words alone, or both among other values in braces.</summary>
internal sealed record CoverSettings
{
    /// <summary>The moment to show.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The words whose moment is shown.</summary>
    public string? Words { get; init; }

    /// <summary>Whether the title stands on it.</summary>
    public bool HasTitle { get; init; }

    /// <summary>What stands on it instead of the script's title.</summary>
    public string? Title { get; init; }

    /// <exception cref="InvalidInputException">A setting is unknown or its value does not fit.</exception>
    public static CoverSettings Read(string? text, string? path = null, int? line = null)
    {
        if (text is null)
        {
            return new CoverSettings();
        }

        if (text is not ['{', ..])
        {
            return At(text);
        }

        var map = YamlMap.Parse(text, new YamlSource(path ?? "", line, "a cover"));
        var (at, title) = (map.OptionalText("at"), map.OptionalText("title"));
        map.RefuseOtherKeys();
        var isShown = title is null ? false : SwitchText.TryParse(title);
        return (at is null ? new CoverSettings() : At(at)) with { HasTitle = isShown ?? true, Title = isShown is null ? title : null };
    }

    /// <summary>Reads what a script says, and refuses words that it does not hold.</summary>
    /// <exception cref="InvalidInputException">They are not there, or a setting does not fit.</exception>
    public static CoverSettings Check(Script script, string path)
    {
        var line = script.LineOf("cover");
        var settings = Read(script.Cover, path, line);
        return settings.Words is { } words && Find(words, script.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Text)) is null
            ? throw new InvalidInputException($"'cover' is '{words}', which is no time, and the script does not say these words.", path, line)
            {
                Advice = "Write a time such as 12.5s, or words of the script as they stand there.",
            }
            : settings;
    }

    /// <summary>The position of the first of some words in a text, whatever its case and punctuation; <see langword="null"/> if they are not there.</summary>
    public static int? Find(string words, IEnumerable<string> text)
    {
        string[] wanted = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(word => word.Length > 0)];
        string[] all = [.. text.Select(Bare)];
        for (var first = 0; wanted.Length > 0 && first + wanted.Length <= all.Length; first++)
        {
            if (all.AsSpan(first, wanted.Length).SequenceEqual(wanted))
            {
                return first;
            }
        }

        return null;
    }

    private static CoverSettings At(string text) => TimeText.TryParse(text) is { } time ? new CoverSettings { Time = time } : new CoverSettings { Words = text };

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
