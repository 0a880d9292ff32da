using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace ShortsFactory.Resources;

/// <summary>
/// The root of all scopes of one run: owns the run's directory, carries the emergency cleanup, and says when the run is
/// asked to stop. One instance for each run; members are thread-safe.
/// </summary>
public sealed class ResourceScopes : IAsyncDisposable
{
    private readonly ResourceRun _run;
    private readonly ResourceScope _root;
    private readonly EmergencyCleanup _emergencyCleanup;
    private readonly Lazy<Task> _release;

    /// <summary>Arms the emergency cleanup; the run's directory is made when it is first needed.</summary>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public ResourceScopes(ResourceOptions options, TimeProvider timeProvider, ILogger<ResourceScopes> logger)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var id = $"{Environment.ProcessId}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        _run = new ResourceRun
        {
            Id = id,
            Options = options,
            TimeProvider = timeProvider,
            Logger = logger,
        };
        _root = new ResourceScope(_run, parent: null, "run", openedAt: null);
        _release = new Lazy<Task>(ReleaseAsync);
        _emergencyCleanup = new EmergencyCleanup(_run);
    }

    /// <summary>Identifies the run; children carry it in their environment, in the path that <c>SHORTSFACTORY_SCOPE</c> is.</summary>
    public string RunId => _run.Id;

    /// <summary>The run's own directory.</summary>
    /// <exception cref="WorkDirectoryException">It cannot be made.</exception>
    public string WorkDirectory => _run.Directory.Path;

    /// <summary>Cancelled when the process is asked to stop: SIGINT, SIGTERM, SIGHUP or SIGQUIT.</summary>
    public CancellationToken Stopping => _run.StopRequest.Token;

    /// <summary>The exit code of an interrupted process, 128 + the signal's number; <see langword="null"/> while none was received.</summary>
    public int? InterruptExitCode => _emergencyCleanup.ExitCode;

    /// <summary>What the run has opened and given back so far.</summary>
    public ResourceUsage Usage => _run.Counters.Read();

    /// <summary>The same in detail, with what it did to the process.</summary>
    public ResourceReport Report() => _run.Counters.Report();

    /// <summary>Opens an outermost scope. Where it was opened, which the compiler fills in, is told if it is never released.</summary>
    /// <exception cref="ObjectDisposedException">The run has ended.</exception>
    public ResourceScope Open(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => _root.Open(name, file, line);

    /// <summary>Says what the run is doing, for <see cref="RunCatalog"/>; cheap enough for every report of progress.</summary>
    public void Describe(RunStatus status) => _run.Describe(status);

    /// <summary>Waits until no other run writes <paramref name="target"/>, and keeps others from it until the lock is disposed of.</summary>
    /// <param name="target">The file to be written; its directory must be there.</param>
    /// <param name="timeLimit">How long to wait.</param>
    /// <param name="onWait">Told once, if it has to be waited, who holds the file, as far as that can be seen.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FileLockedException">Another run still writes it.</exception>
    /// <exception cref="IOException">No file can be made in the directory.</exception>
    public async Task<FileLock> LockAsync(string target, TimeSpan timeLimit, Action<string> onWait, CancellationToken cancellationToken)
    {
        // With the directory comes the reaper, which removes the lock if we cannot.
        _ = _run.Directory;
        return await FileLock.TakeAsync(target, timeLimit, () => onWait(HolderOf(target)), _run.TimeProvider, cancellationToken).ConfigureAwait(false)
            ?? throw new FileLockedException(target, HolderOf(target), timeLimit);
    }

    /// <summary>Releases all scopes, kills what a child left behind, and deletes the run's directory; a second call waits for the first.</summary>
    public async ValueTask DisposeAsync() => await _release.Value.ConfigureAwait(false);

    private string HolderOf(string target) =>
        new RunCatalog(_run.Options, _run.TimeProvider).List()
            .FirstOrDefault(run => !string.Equals(run.Id, RunId, StringComparison.Ordinal) && run.Status is { } status && Writes(status, target)) is { } holder
            ? $"the run {holder.Id} (process {holder.ProcessId})"
            : "another run";

    private static bool Writes(RunStatus status, string target) =>
        string.Equals(status.Output, target, StringComparison.Ordinal) || (status.Parts?.Any(part => Writes(part, target)) ?? false);

    private async Task ReleaseAsync()
    {
        await _root.DisposeAsync().ConfigureAwait(false);
        _run.Close(Timeout.InfiniteTimeSpan);
        if (_run.OpenedDirectory is { } directory)
        {
            _run.KillOrphans(_run.Mark);
            CloseDirectory(directory.Path);
        }

        _emergencyCleanup.Dispose();
    }

    private void CloseDirectory(string path)
    {
        try
        {
            _run.CloseDirectory();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The reaper tries once more, and then the janitor of a later start, who knows the directory by its free lock.
            _run.Counters.CountCleanupFailure(ResourceKind.Directory);
            _run.Logger.CleanupFailed(ResourceKind.Directory, path, exception);
        }
    }
}
