using System.ComponentModel.DataAnnotations;
using ShortsFactory.Batches;

namespace ShortsFactory.Server.Hosting;

/// <summary>Where the server listens, keeps its data, and how much it does at once. Configuration section <c>Server</c>.</summary>
internal sealed class ServerOptions
{
    /// <summary>The address that it listens on; <c>127.0.0.1</c> by default, which nobody else can reach.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port, 0 to 65535, where 0 takes any free one; 5080 by default.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 5080;

    /// <summary>The folder of its data; empty (the default) means <c>shortsfactory</c> in the user's data directory.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>The database: empty (the default) for a SQLite file in the data folder, or the address of one in PostgreSQL, <c>postgres://user:password@host:port/name</c>.</summary>
    public string Database { get; set; } = "";

    /// <summary>The folder of finished videos, which all machines of a cluster share; empty (the default) means <c>artifacts</c> in the data folder.</summary>
    public string ArtifactsDirectory { get; set; } = "";

    /// <summary>The only folder whose files a script that came over the net may name; empty (the default) means <c>media</c> in the data folder.</summary>
    public string MediaRoot { get; set; } = "";

    /// <summary>How many shorts are made at once, 0 to 64; 0 (the default) takes one more than there are processors, if the memory allows.</summary>
    [Range(0, 64)]
    public int Jobs { get; set; }

    /// <summary>How often a job is begun whose worker died each time, before it fails as poison; 1 to 100, 3 by default.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Free bytes below which no job is begun, on the disks of work, cache and results; 0 to 1 TB, 2 GiB by default.</summary>
    [Range(0L, 1_000_000_000_000L)]
    public long DiskFloor { get; set; } = 2L << 30;

    /// <summary>How long running jobs may go on when the server is asked to stop; then they are handed back and resumed later. 0 to 9 min, 20 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:09:00", ErrorMessage = "Server:DrainLimit must be from {1} to {2}.")]
    public TimeSpan DrainLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether jobs are only made here, for others that take them in.</summary>
    public bool IsWorker { get; set; }

    /// <summary>How many shorts are made at once.</summary>
    public int Slots => Jobs > 0 ? Jobs : BatchSettings.DefaultJobs;

    /// <summary>The folder of data in use (XDG Base Directory Specification: <c>$XDG_DATA_HOME</c>, else <c>~/.local/share</c>).</summary>
    public string ResolveDataDirectory()
    {
        if (DataDirectory.Length > 0)
        {
            return Path.GetFullPath(DataDirectory);
        }

        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || !Path.IsPathRooted(data))
        {
            data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        }

        return Path.GetFullPath(Path.Combine(data, "shortsfactory"));
    }

    /// <summary>The folder of results in use.</summary>
    public string ResolveArtifactsDirectory() => Resolve(ArtifactsDirectory, "artifacts");

    /// <summary>The folder of media in use.</summary>
    public string ResolveMediaRoot() => Resolve(MediaRoot, "media");

    private string Resolve(string folder, string name) => folder.Length > 0 ? Path.GetFullPath(folder) : Path.Combine(ResolveDataDirectory(), name);
}
