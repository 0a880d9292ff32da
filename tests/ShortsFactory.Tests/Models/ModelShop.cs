using System.IO.Compression;
using Microsoft.Extensions.Options;
using ShortsFactory.Downloads;
using ShortsFactory.Models;
using ShortsFactory.Recognition;
using ShortsFactory.Tests.Downloads;
using ShortsFactory.Tests.Recognition;

namespace ShortsFactory.Tests.Models;

/// <summary>A user's directory of models, an installer for it, and archives of the real model.</summary>
internal sealed class ModelShop : IAsyncDisposable
{
    public const string Name = "vosk-model-test";

    private static readonly Lazy<byte[]> RealModel = new(() => Zip([.. Files(RecognitionBench.ModelDirectory, $"{Name}/")]));

    public TestRun Run { get; } = new();

    public ModelOptions Options { get; } = new();

    public DownloadOptions Downloads { get; } = DownloadBench.Patience();

    /// <summary>An archive of the model that comes with the product, in a folder as the official ones are.</summary>
    public static byte[] Model => RealModel.Value;

    public string Directory => Options.Directory.Length > 0 ? Options.Directory : Options.Directory = Run.Scope.PathOf("models");

    public string Target => Path.Combine(Directory, Name);

    public ModelCatalog Catalog => new(RecognitionBench.Home, new OptionsWrapper<ModelOptions>(Options));

    public ModelInstaller Installer => new(
        Catalog,
        RecognitionBench.Home,
        new OptionsWrapper<ModelOptions>(Options),
        new OptionsWrapper<RecognitionOptions>(Recognition),
        DownloadBench.Files(Run, Downloads),
        DownloadBench.Tasks(Run));

    /// <summary>Everything in the directory that is not a whole model, the lock and the list of checksums.</summary>
    public IReadOnlyList<string> Leftovers =>
        [.. System.IO.Directory.EnumerateFileSystemEntries(Directory, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Directory, path))
            .Where(path => !path.StartsWith(Name, StringComparison.Ordinal) && path is not (".lock" or ".download" or "pins.json"))];

    private static RecognitionOptions Recognition => new()
    {
        RecognizerPath = Path.Combine(
            RecognitionBench.Home.Directory, "artifacts", "bin", "ShortsFactory.Recognizer", new DirectoryInfo(AppContext.BaseDirectory).Name, "shorts-recognizer"),
    };

    public static byte[] Zip(params IReadOnlyList<(string Name, byte[] Content, int Attributes)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, attributes) in entries)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.ExternalAttributes = attributes;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static IEnumerable<(string Name, byte[] Content, int Attributes)> Files(string directory, string prefix) =>
        System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "manifest.json")
            .Select(path => (prefix + Path.GetRelativePath(directory, path), File.ReadAllBytes(path), 0));

    public Task<InstallResult> InstallAsync(FileServer server, string? sha256 = null, string name = Name) =>
        InstallAsync(server.Address.AbsoluteUri, sha256, name);

    public async Task<InstallResult> InstallAsync(string from, string? sha256 = null, string name = Name, CancellationToken? cancellationToken = null)
    {
        _ = Directory;
        await using var scope = Run.Scope.Open("install");
        return await Installer.InstallAsync(
            new InstallRequest { Name = name, From = from, Sha256 = sha256, Language = "en" },
            scope,
            new Progress<InstallProgress>(),
            cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Run.DisposeAsync();
}
