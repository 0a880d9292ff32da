using System.Globalization;
using System.Security.Cryptography;

namespace ShortsFactory.Models;

/// <summary>A model in the directory of models, and whether it is whole.</summary>
public sealed record InstalledModel
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language that it recognises, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>One sentence on what it is good for.</summary>
    public required string Description { get; init; }

    /// <summary>Absolute path of its directory.</summary>
    public required string Directory { get; init; }

    /// <summary>The size of its files in bytes, as the manifest promises.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Whether the user has installed it, rather than that it comes with the product.</summary>
    public bool IsUsers { get; init; }

    internal IReadOnlyList<ModelFile> Files { get; init; } = [];

    /// <summary>Whether every file is there with its size, which is quickly told; <see cref="VerifyAsync"/> looks at their content.</summary>
    public bool IsComplete => FindProblems().Count == 0;

    /// <summary>Compares every file with the manifest, by size and SHA-256; an empty list means that all is well.</summary>
    /// <remarks>libvosk aborts, hangs or quietly mishears on damaged files, so a model is verified before each use.</remarks>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken)
    {
        var problems = FindProblems();
        if (problems.Count > 0)
        {
            return problems;
        }

        // The largest first: the others are hashed beside it.
        var files = Files.OrderByDescending(file => file.Size).ToList();
        var found = new string?[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellationToken, async (index, token) =>
            found[index] = await FindDamageAsync(files[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. found.OfType<string>().Order(StringComparer.Ordinal)];
    }

    internal static InstalledModel Read(string directory)
    {
        var manifest = ModelManifest.Read(directory);
        return new InstalledModel
        {
            Name = manifest.Name,
            Language = manifest.Language,
            Description = manifest.Description,
            Directory = directory,
            SizeBytes = manifest.Files.Sum(file => file.Size),
            Files = manifest.Files,
        };
    }

    private List<string> FindProblems()
    {
        var problems = new List<string>();
        foreach (var file in Files)
        {
            var information = new FileInfo(Resolve(file));
            if (!IsInside(file))
            {
                problems.Add($"{file.Path} lies outside of the model");
            }
            else if (!information.Exists)
            {
                problems.Add($"{file.Path} is missing");
            }
            else if (information.Length != file.Size)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Path} has {information.Length} bytes instead of {file.Size}"));
            }
        }

        return [.. problems, .. FindStrangers()];
    }

    /// <summary>libvosk takes files into account that it happens to find, such as a second decoding graph.</summary>
    private IEnumerable<string> FindStrangers()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            return [];
        }

        var expected = Files.Select(Resolve).ToHashSet(StringComparer.Ordinal);
        return System.IO.Directory.EnumerateDirectories(Directory)
            .SelectMany(directory => System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
            .Where(path => !expected.Contains(path))
            .Select(path => $"{Path.GetRelativePath(Directory, path)} is not in the manifest");
    }

    private async Task<string?> FindDamageAsync(ModelFile file, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(Resolve(file), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20, FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false))
            {
                var hash = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
                return string.Equals(hash, file.Sha256, StringComparison.OrdinalIgnoreCase) ? null : $"{file.Path} is damaged: its SHA-256 differs";
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{file.Path} cannot be read: {exception.Message}";
        }
    }

    private string Resolve(ModelFile file) => Path.GetFullPath(Path.Combine(Directory, file.Path));

    private bool IsInside(ModelFile file) =>
        Resolve(file).StartsWith(Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
