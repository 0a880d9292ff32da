using ShortsFactory.Resources;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Fonts;

/// <summary>Finds font files by name where systems keep them; none is opened.</summary>
internal static class FontFiles
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The absolute path of a font, which may lie beside the templates.</summary>
    /// <exception cref="ToolMissingException">It is nowhere.</exception>
    public static string Find(TemplateFont font, string templateDirectory) =>
        TryFind(font, templateDirectory)
        ?? throw new ToolMissingException(font.File, $"The font '{font.File}' of the caption template is not installed.")
        {
            Advice = $"Install it with 'apt-get install {font.Package}', or put the file into '{templateDirectory}'.",
        };

    /// <summary>The absolute path of a font, or <see langword="null"/> if it is nowhere.</summary>
    public static string? TryFind(TemplateFont font, string templateDirectory) =>
        Roots(font, templateDirectory)
            .Where(root => Path.IsPathRooted(root) && Directory.Exists(root))
            .SelectMany(root => Directory.EnumerateFiles(root, font.File, Everywhere))
            .FirstOrDefault();

    /// <summary>The absolute path of a font that the system or the user has installed, or <see langword="null"/>.</summary>
    public static string? TryFindInstalled(string file) => TryFind(new TemplateFont(file, Package: "", Folder: ""), templateDirectory: "");

    /// <summary>The user's folders are relative paths where the user has no home.</summary>
    private static IEnumerable<string> Roots(TemplateFont font, string templateDirectory) =>
    [
        font.Folder,
        templateDirectory,
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        "/usr/local/share/fonts",
        "/usr/share/fonts",
    ];
}
