using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Models.Install;

/// <summary>Where a model comes from, and what is known about it beforehand.</summary>
internal sealed partial record ModelSource
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>One sentence on what it is good for.</summary>
    public required string Description { get; init; }

    /// <summary>Under which licence it comes.</summary>
    public required string Licence { get; init; }

    /// <summary>The address of the archive; <see langword="null"/> if it is a file.</summary>
    public Uri? Address { get; init; }

    /// <summary>The path of the archive; <see langword="null"/> if it must be fetched.</summary>
    public string? Path { get; init; }

    /// <summary>The checksum that it must have; <see langword="null"/> if nobody says.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Finds out from the request and the list.</summary>
    /// <exception cref="InvalidInputException">They do not say enough, or the archive could be anybody's.</exception>
    public static ModelSource Resolve(InstallRequest request, ModelCatalog catalog)
    {
        var listed = catalog.Available.FirstOrDefault(model => string.Equals(model.Name, request.Name, StringComparison.Ordinal));
        if (listed is null && request.From is null)
        {
            throw new InvalidInputException($"There is no model '{request.Name}' in the list.{Suggestion.For(request.Name, catalog.Available.Select(model => model.Name))}")
            {
                Advice = "'shorts models list' shows the list; --from takes a model from another address or from a file.",
            };
        }

        if (request.Sha256 is { } given && !Sha256Pattern().IsMatch(given))
        {
            throw new InvalidInputException($"--sha256 {given} is no SHA-256.") { Advice = "Write its 64 hexadecimal digits." };
        }

        var (address, path) = Locate(request.From, listed);
        var sha256 = request.Sha256 ?? listed?.Sha256;
        if (address is { IsLoopback: false, Scheme: "http" } && sha256 is null)
        {
            throw new InvalidInputException($"{address} is not encrypted, and no checksum is known: what comes from there could be anybody's.")
            {
                Advice = "Use an https address, or give the archive's checksum with --sha256.",
            };
        }

        return new ModelSource
        {
            Name = request.Name,
            Language = request.Language ?? listed?.Language ?? throw new InvalidInputException($"The list does not know '{request.Name}', so its language is not known.")
            {
                Advice = "Say it with --language, for example --language de.",
            },
            Description = listed?.Description ?? "Installed from another place than the list names.",
            Licence = listed?.Licence ?? "unknown",
            Address = address,
            Path = path,
            Sha256 = sha256,
        };
    }

    private static (Uri? Address, string? Path) Locate(string? from, AvailableModel? listed)
    {
        if (from is null)
        {
            return (listed!.Address, null);
        }

        if (Uri.TryCreate(from, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return (address, null);
        }

        var path = System.IO.Path.GetFullPath(from);
        return File.Exists(path)
            ? (null, path)
            : throw new InvalidInputException($"--from {from} is neither an http address nor a file.") { Advice = "Name the model's zip file." };
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sha256Pattern();
}
