using ShortsFactory.Pipeline;

namespace ShortsFactory.Templates;

/// <summary>The caption templates of a directory, one YAML file each; the file's name is the template's.</summary>
public sealed class TemplateCatalog(string directory)
{
    private const string Extension = ".yaml";

    /// <summary>The directory that holds the templates, and fonts of their own beside them.</summary>
    internal string Directory => directory;

    /// <summary>All templates by name, in alphabetical order.</summary>
    /// <exception cref="InvalidInputException">A template cannot be read.</exception>
    public IReadOnlyList<TemplateSummary> List() =>
        [.. Names().Select(Load).Select(template => new TemplateSummary(template.Name, template.Description))];

    internal string PathOf(string name) => Path.Combine(directory, name + Extension);

    internal CaptionTemplate Load(string name)
    {
        var names = Names();
        return names.Contains(name, StringComparer.Ordinal)
            ? TemplateReader.Read(PathOf(name))
            : throw new InvalidInputException($"There is no caption template '{name}'.{Suggestion.For(name, names)}")
            {
                Setting = "template",
                Advice = names.Count > 0 ? $"Choose one of: {string.Join(", ", names)}." : $"'{directory}' holds no templates.",
            };
    }

    private List<string> Names() =>
        [.. System.IO.Directory.EnumerateFiles(directory, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];
}
