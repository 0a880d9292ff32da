namespace ShortsFactory.Models;

/// <summary>The models that are installed: the directories below <see cref="Home.Models"/> that hold a manifest.</summary>
public sealed class ModelCatalog(Home home)
{
    /// <summary>All installed models, by name.</summary>
    /// <exception cref="ModelInvalidException">A manifest cannot be read.</exception>
    public IReadOnlyList<InstalledModel> List() =>
        Directory.Exists(home.Models)
            ? [.. Directory.EnumerateDirectories(home.Models)
                .Where(directory => File.Exists(Path.Combine(directory, ModelManifest.FileName)))
                .Order(StringComparer.Ordinal)
                .Select(InstalledModel.Read)]
            : [];

    /// <summary>The model called <paramref name="name"/>, the directory below the models'.</summary>
    /// <exception cref="ModelInvalidException">There is no such model, or its manifest cannot be read.</exception>
    internal InstalledModel Get(string name) => InstalledModel.Read(Path.GetFullPath(Path.Combine(home.Models, name)));

    /// <summary>The first model for <paramref name="language"/>, a BCP 47 tag of which the language alone counts; <see langword="null"/> if there is none.</summary>
    /// <exception cref="ModelInvalidException">A manifest cannot be read.</exception>
    internal InstalledModel? Find(string language) =>
        List().FirstOrDefault(model => string.Equals(PrimaryLanguage(model.Language), PrimaryLanguage(language), StringComparison.OrdinalIgnoreCase));

    private static string PrimaryLanguage(string tag) => tag.Split('-', '_')[0];
}
