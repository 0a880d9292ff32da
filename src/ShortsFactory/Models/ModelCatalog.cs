using Microsoft.Extensions.Options;

namespace ShortsFactory.Models;

/// <summary>
/// The models that are there, which are directories that hold a manifest: those that come with the product below
/// <see cref="Home.Models"/>, then those that the user has installed; and those that can be installed.
/// </summary>
public sealed class ModelCatalog
{
    private readonly Home _home;
    private readonly string? _installed;

    /// <summary>The models of the product, and those that were installed where <paramref name="options"/> say.</summary>
    public ModelCatalog(Home home, IOptions<ModelOptions> options)
        : this(home) => _installed = options.Value.ResolveDirectory();

    internal ModelCatalog(Home home) => _home = home;

    /// <summary>The models that can be installed, in the list's order.</summary>
    /// <exception cref="ModelInvalidException">The list cannot be read.</exception>
    public IReadOnlyList<AvailableModel> Available => AvailableModels.Read(_home.Models);

    /// <summary>All models that are there: the product's by name, then the installed ones by name.</summary>
    /// <exception cref="ModelInvalidException">A manifest cannot be read.</exception>
    public IReadOnlyList<InstalledModel> List() => [.. In(_home.Models), .. In(_installed).Select(model => model with { IsUsers = true })];

    /// <summary>The model called <paramref name="name"/>, the directory below the models'.</summary>
    /// <exception cref="ModelInvalidException">There is no such model, or its manifest cannot be read.</exception>
    internal InstalledModel Get(string name) =>
        _installed is not null && InstalledPath(name) is { } path && File.Exists(Path.Combine(path, ModelManifest.FileName))
            ? InstalledModel.Read(path) with { IsUsers = true }
            : InstalledModel.Read(Path.GetFullPath(Path.Combine(_home.Models, name)));

    /// <summary>The model for <paramref name="language"/>, a BCP 47 tag of which the language alone counts; <see langword="null"/> if there is none.</summary>
    /// <param name="language">The language.</param>
    /// <param name="isRecorded">
    /// Whether people speak: then models that the user has installed come first, since the product's own know the offline voices only.
    /// </param>
    /// <exception cref="ModelInvalidException">A manifest cannot be read.</exception>
    internal InstalledModel? Find(string language, bool isRecorded = false) =>
        List()
            .Where(model => LanguageTag.IsSame(model.Language, language))
            .OrderByDescending(model => model.IsUsers == isRecorded)
            .ThenByDescending(model => string.Equals(model.Language, language, StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault();

    /// <summary>How a model for a language can be had; <see langword="null"/> if none is known.</summary>
    internal string? AdviceFor(string language) =>
        Available.FirstOrDefault(model => LanguageTag.IsSame(model.Language, language)) is { } model
            ? $"'shorts models install {model.Name}' fetches one ({model.Megabytes} MB)."
            : null;

    /// <summary>Where a model of the user's lies, or would lie; <see langword="null"/> if its name leads elsewhere.</summary>
    internal string? InstalledPath(string name) =>
        name.Length > 0 && name[0] != '.' && name.AsSpan().IndexOfAny("/\\\0") < 0 ? Path.Combine(_installed ?? _home.Models, name) : null;

    private static IEnumerable<InstalledModel> In(string? directory) =>
        Directory.Exists(directory)
            ? Directory.EnumerateDirectories(directory)
                .Where(model => Path.GetFileName(model)[0] != '.' && File.Exists(Path.Combine(model, ModelManifest.FileName)))
                .Order(StringComparer.Ordinal)
                .Select(InstalledModel.Read)
            : [];
}
