using ShortsFactory.Templates;

namespace ShortsFactory.Captions.Fonts;

/// <summary>The fonts that all caption templates name.</summary>
public sealed class FontInventory(TemplateCatalog templates)
{
    /// <summary>Each font once, found or not.</summary>
    public IReadOnlyList<InstalledFont> List() =>
        [.. templates.List()
            .SelectMany(summary => templates.Load(summary.Name).Fonts)
            .DistinctBy(font => font.File, StringComparer.Ordinal)
            .Select(font => new InstalledFont(font.File, font.Package, FontFiles.TryFind(font, templates.Directory)))];
}
