using System.ComponentModel.DataAnnotations;

namespace ShortsFactory.Resources;

/// <summary>Where runs keep their temporary files, and how they are stopped. Configuration section <c>Resources</c>.</summary>
public sealed class ResourceOptions
{
    /// <summary>The directory below which each run makes its own; empty (the default) means the system's temporary directory.</summary>
    [Required(AllowEmptyStrings = true, ErrorMessage = "Resources:WorkDirectory must be a path, or empty for the system's temporary directory.")]
    public string WorkDirectory { get; set; } = "";

    /// <summary>Whether temporary files are kept for a look at them; off by default.</summary>
    public bool Keep { get; set; }

    /// <summary>Whether a small process waits for this one's end, to clean up after a kill or a crash; on by default.</summary>
    public bool Reaper { get; set; } = true;

    /// <summary>How long a child process has between the request to stop and the kill; 0 to 10 min, 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Resources:StopGracePeriod must be from {1} to {2}.")]
    public TimeSpan StopGracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an interrupted run may take to end in good order before it is cut off; 0 to 10 min, 10 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Resources:InterruptGracePeriod must be from {1} to {2}.")]
    public TimeSpan InterruptGracePeriod { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The memory that a child may write to, in bytes, 16 MiB to 1 TiB; no limit by default.</summary>
    [Range(typeof(long), "16777216", "1099511627776", ErrorMessage = "Resources:ChildMemoryLimit must be from {1} to {2} bytes.")]
    public long? ChildMemoryLimit { get; set; }

    /// <summary>The processor time that a child may use, over all its threads, 1 s to 7 days; no limit by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Resources:ChildCpuLimit must be from {1} to {2}.")]
    public TimeSpan? ChildCpuLimit { get; set; }

    /// <summary>The size of the largest file that a child may write, in bytes, 1 MiB to 1 TiB; no limit by default.</summary>
    [Range(typeof(long), "1048576", "1099511627776", ErrorMessage = "Resources:ChildFileSizeLimit must be from {1} to {2} bytes.")]
    public long? ChildFileSizeLimit { get; set; }

    /// <summary>How many files a child may have open, 32 to 1048576; no limit by default.</summary>
    [Range(32, 1 << 20, ErrorMessage = "Resources:ChildOpenFiles must be from {1} to {2}.")]
    public int? ChildOpenFiles { get; set; }

    /// <summary>How far children stand back for other programs, 0 to 19 (most); as this process by default.</summary>
    [Range(0, 19, ErrorMessage = "Resources:ChildNiceness must be from {1} to {2}.")]
    public int? ChildNiceness { get; set; }

    /// <summary>
    /// Environment variables that children get although they look like secrets, by their names; none by default. Held back are
    /// those whose name contains TOKEN, SECRET, PASSWORD, PASSWD, API_KEY, ACCESS_KEY or CREDENTIAL, and the settings <c>SHORTS__…</c>.
    /// </summary>
    public IReadOnlyList<string> ChildEnvironment { get; set; } = [];
}
