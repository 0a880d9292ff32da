using HarfBuzzSharp;
using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Fonts;

/// <summary>The fonts that all caption templates name, and those that step in for characters which these lack.</summary>
public sealed class FontInventory(TemplateCatalog templates)
{
    /// <summary>Each font once, found or not; one for all of its package where that brings many.</summary>
    public IReadOnlyList<InstalledFont> List() =>
    [
        .. templates.List()
            .SelectMany(summary => templates.Load(summary.Name).Fonts)
            .DistinctBy(font => font.File, StringComparer.Ordinal)
            .Select(font => new InstalledFont(font.File, font.Package, FontFiles.TryFind(font, templates.Directory))),
        new InstalledFont(EmojiFont.File, EmojiFont.Package, FontFiles.TryFindInstalled(EmojiFont.File)),
        .. ScriptFonts.For(Script.Arabic, bold: true, "ar").Select(font => new InstalledFont(font.File, font.Package, FontFiles.TryFindInstalled(font.File))),
    ];
}
