using ShortsFactory.Pipeline;
using ShortsFactory.Templates.Overlays;

namespace ShortsFactory.Templates;

/// <summary>The caption templates of a directory, and the user's own, one YAML file each; the file's name is the template's.</summary>
/// <param name="directory">The directory that holds the templates, and fonts of their own beside them.</param>
/// <param name="userDirectory">The user's templates, which stand in front; it need not exist.</param>
/// <param name="platform">The platform whose safe zone counts, whatever templates say; <see langword="null"/> leaves it to them.</param>
public sealed class TemplateCatalog(string directory, string? userDirectory = null, string? platform = null)
{
    private const string Extends = "extends";

    private readonly TemplateFolders _folders = userDirectory is null ? new(directory) : new(userDirectory, directory);

    /// <summary>The directory that holds the templates, and fonts of their own beside them.</summary>
    internal string Directory => directory;

    /// <summary>Every folder that templates are read from.</summary>
    internal IEnumerable<string> Directories => userDirectory is null ? [directory] : [userDirectory, directory];

    /// <summary>All templates by name, in alphabetical order.</summary>
    /// <exception cref="InvalidInputException">A template cannot be read.</exception>
    public IReadOnlyList<TemplateSummary> List() =>
        [.. _folders.Names().Select(name => new TemplateSummary(name, Load(name).Description, _folders.Find(name)!))];

    /// <summary>The template of a draft, fitted to its picture, with what its script says of overlays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="fallback">The template of scripts that name none.</param>
    /// <exception cref="InvalidInputException">There is no such template, or it or what the script says cannot be read.</exception>
    internal CaptionTemplate LoadFor(Short draft, string fallback) => Load(
        draft.Script.Template ?? fallback,
        draft.Script.Format,
        OverlayOverrides.Read(draft.Script.Overlays, draft.Script.Lines, draft.Request));

    /// <param name="name">The template's name.</param>
    /// <param name="format">The picture that it is fitted to; the standard one by default.</param>
    /// <param name="overrides">Settings that stand in front of its own.</param>
    /// <exception cref="InvalidInputException">There is no such template, or it or what stands in front of it cannot be read.</exception>
    internal CaptionTemplate Load(string name, PictureFormat? format = null, YamlMap? overrides = null)
    {
        if (_folders.Find(name) is not { } path)
        {
            var names = _folders.Names();
            throw new InvalidInputException($"There is no caption template '{name}'.{Suggestion.For(name, names)}")
            {
                Setting = "template",
                Advice = names.Count > 0 ? $"Choose one of: {string.Join(", ", names)}." : $"'{_folders}' holds no templates.",
            };
        }

        var own = LoadWithBases(path, []);
        return TemplateReader.Read(name, overrides?.Extending(own) ?? own, new SafeZoneCatalog(_folders), platform, format ?? PictureFormat.Standard);
    }

    /// <summary>A file whose missing settings are those of the template that it extends.</summary>
    private YamlMap LoadWithBases(string path, IReadOnlyList<string> extending)
    {
        var map = YamlMap.Load(path);
        if (map.OptionalText(Extends) is not { } name)
        {
            return map;
        }

        // A template of the user's that extends its own name means the one that it stands in front of.
        var isOwnName = string.Equals(name, Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal);
        if (_folders.Find(name, behind: isOwnName ? path : null) is not { } baseOf)
        {
            throw map.Invalid(Extends, isOwnName
                ? $"'{name}' extends itself."
                : $"There is no caption template '{name}' to extend.{Suggestion.For(name, _folders.Names())}");
        }

        IReadOnlyList<string> chain = [.. extending, path];
        return chain.Contains(baseOf, StringComparer.Ordinal)
            ? throw map.Invalid(Extends, $"Templates extend each other in a circle: {string.Join(" -> ", chain.Append(baseOf).Select(Path.GetFileNameWithoutExtension))}.")
            : map.Extending(LoadWithBases(baseOf, chain));
    }
}
