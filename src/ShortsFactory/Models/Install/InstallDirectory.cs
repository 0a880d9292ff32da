namespace ShortsFactory.Models.Install;

/// <summary>
/// The directory of the user's models, held by one installation at a time. What an earlier one left behind, because it was
/// killed, is removed; of its download the part that had come stays, to be gone on with.
/// </summary>
internal sealed class InstallDirectory : IDisposable
{
    private const string UnfinishedPrefix = ".unfinished-";

    private readonly string _path;
    private readonly FileStream _lock;

    private InstallDirectory(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
    }

    /// <summary>Takes the directory, which is made if it is not there.</summary>
    /// <exception cref="ModelInstallException">Another installation holds it.</exception>
    public static InstallDirectory Open(string path, string model)
    {
        Directory.CreateDirectory(Path.Combine(path, ".download"));
        FileStream @lock;
        try
        {
            @lock = new FileStream(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new ModelInstallException(model, $"another installation is at work in '{path}'.", exception) { Advice = "Wait for its end, then run it again." };
        }

        foreach (var unfinished in Directory.EnumerateDirectories(path, UnfinishedPrefix + "*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        return new InstallDirectory(path, @lock);
    }

    /// <summary>Where the archive of a model is fetched to.</summary>
    public string DownloadPath(string model) => Path.Combine(_path, ".download", $"{model}.zip");

    /// <summary>A new directory that nobody takes for a model.</summary>
    public string CreateUnfinished() => Directory.CreateDirectory(Path.Combine(_path, $"{UnfinishedPrefix}{Guid.NewGuid():N}")).FullName;

    /// <summary>Lets a model appear as a whole, in place of a damaged one of its name.</summary>
    public void Publish(string unfinished, string target)
    {
        Withdraw(target);
        Directory.Move(unfinished, target);
    }

    /// <summary>Lets a model disappear as a whole.</summary>
    public void Withdraw(string target)
    {
        if (Directory.Exists(target))
        {
            var withdrawn = Path.Combine(_path, $"{UnfinishedPrefix}{Guid.NewGuid():N}");
            Directory.Move(target, withdrawn);
            Directory.Delete(withdrawn, recursive: true);
        }
    }

    /// <summary>Removes what did not become a model.</summary>
    public static void Discard(string unfinished)
    {
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    public void Dispose() => _lock.Dispose();
}
