using ShortsFactory.Pipeline;

namespace ShortsFactory.Conversions.Targets;

/// <summary>The formats that files can be converted to.</summary>
internal static class TargetFormats
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<ITargetFormat> All { get; } =
        [new Mp4Target(), new WebmTarget(), new GifTarget(), new WavTarget(), new M4aTarget(), new Mp3Target(), new JpgTarget(), new PngTarget(), new WebpTarget()];

    /// <summary>The format of a name or extension; <see langword="null"/> if there is none.</summary>
    public static ITargetFormat? Find(string name) => All.FirstOrDefault(format =>
        format.Aliases.Append(format.Name).Contains(name.TrimStart('.'), StringComparer.OrdinalIgnoreCase));

    /// <exception cref="InvalidInputException">There is no such format.</exception>
    public static ITargetFormat Get(string name) => Find(name)
        ?? throw new InvalidInputException($"'{name}' is no format to convert to.{Suggestion.For(name, Names)}") { Advice = $"There are: {string.Join(", ", Names)}." };

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(format => format.Name);
}
