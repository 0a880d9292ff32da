namespace ShortsFactory.Templates;

/// <summary>Folders that hold files of templates, the first one first: its files stand in front of those of the same name in the others.</summary>
internal sealed class TemplateFolders(params IReadOnlyList<string> folders)
{
    private const string Extension = ".yaml";

    public override string ToString() => string.Join("' and '", folders);

    /// <summary>The names of all files below a folder's <paramref name="subfolder"/>, each once, in alphabetical order.</summary>
    public IReadOnlyList<string> Names(string subfolder = "") =>
        [.. folders.Select(folder => Path.Combine(folder, subfolder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension))
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>The file of a name, or <see langword="null"/> if there is none; a name is no path, wherever it comes from.</summary>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="subfolder">The folder in each of the folders.</param>
    /// <param name="behind">Where only files behind this one count: the one that it stands in front of.</param>
    public string? Find(string name, string subfolder = "", string? behind = null) => folders
        .Where(_ => name is not ['.', ..] && name.AsSpan().IndexOfAny("/\\\0") < 0)
        .Select(folder => Path.Combine(folder, subfolder, name + Extension))
        .SkipWhile(path => behind is not null && !string.Equals(path, behind, StringComparison.Ordinal))
        .Skip(behind is null ? 0 : 1)
        .FirstOrDefault(File.Exists);
}
