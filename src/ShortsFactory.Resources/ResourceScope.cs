using System.Runtime.CompilerServices;

namespace ShortsFactory.Resources;

/// <summary>
/// Owns what a step opens, and gives it back when the step ends, however it ends: last in, first out, the directory at
/// the very end, every release tried even if the one before it failed. Disposal never throws, so it never hides the
/// step's own exception. All members are safe to call from several threads.
/// </summary>
public sealed class ResourceScope : IAsyncDisposable, IOwnedResource
{
    private readonly ResourceRun _run;
    private readonly ResourceScope? _parent;
    private readonly ResourceCounters _counters;
    private readonly int _number;
    private readonly string _ownName;
    private readonly Lock _lock = new();
    private readonly LinkedList<IOwnedResource> _owned = [];
    private readonly Lazy<Task> _release;
    private readonly LeakWatch? _leakWatch;
    private OwnedResource? _directory;
    private bool _startedProcesses;
    private bool _released;

    internal ResourceScope(ResourceRun run, ResourceScope? parent, string name, string? openedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _run = run;
        _parent = parent;
        _counters = parent is null ? run.Counters : parent._parent is null ? new ResourceCounters(run.Counters) : parent._counters;
        _number = run.NextNumber();
        _ownName = name;
        _release = new Lazy<Task>(ReleaseAllAsync);
        Name = parent?._parent is null ? name : $"{parent.Name}/{name}";
        OpenedAt = openedAt ?? "";
        _leakWatch = openedAt is null ? null : new LeakWatch(this, run.Logger, openedAt);
    }

    /// <summary>The path of scope names from the outermost one on, such as <c>octopus/speech</c>.</summary>
    public string Name { get; }

    ResourceKind IOwnedResource.Kind => ResourceKind.Scope;

    string IOwnedResource.Label => Name;

    string IOwnedResource.OpenedAt => OpenedAt;

    private string OpenedAt { get; }

    private string Mark => $"{_run.Mark}{_number}/";

    /// <summary>This scope's own temporary directory, made when it is first asked for and deleted with the scope.</summary>
    /// <exception cref="ObjectDisposedException">The scope has been released.</exception>
    public string Directory
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_released, this);
                if (_directory is null)
                {
                    var path = _run.Directory.CreateSubdirectory(_number, _ownName);
                    _directory = new OwnedResource(ResourceKind.Directory, path, OpenedAt, () =>
                    {
                        _run.Directory.Delete(path);
                        return ValueTask.CompletedTask;
                    });
                    _counters.CountOpened(ResourceKind.Directory);
                }

                return _directory.Label;
            }
        }
    }

    /// <summary>
    /// Opens a scope inside this one; it is released with its parent at the latest. Where it was opened, which the compiler
    /// fills in, is told if it is never released.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The scope has been released.</exception>
    public ResourceScope Open(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var child = new ResourceScope(_run, this, name, At(file, line));
        Add(child);
        return child;
    }

    /// <summary>The absolute path of a temporary file named <paramref name="name"/> in <see cref="Directory"/>; nothing is created.</summary>
    /// <exception cref="ArgumentException">The name leads out of the directory.</exception>
    public string PathOf(string name)
    {
        var path = Path.GetFullPath(name, Directory);
        return Contains(path) ? path : throw new ArgumentException($"'{name}' leads out of the scope's directory.", nameof(name));
    }

    /// <summary>Takes ownership of a disposable object, which is disposed with the scope; at once if the scope has been released.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="label">Which one it is, for people who look at what is open.</param>
    /// <param name="kind">What it is counted as.</param>
    /// <param name="file">Where it was opened; the compiler fills it in.</param>
    /// <param name="line">Where it was opened; the compiler fills it in.</param>
    /// <exception cref="ObjectDisposedException">The scope has been released.</exception>
    public T Own<T>(
        T resource, string label, ResourceKind kind = ResourceKind.Handle, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : IAsyncDisposable
    {
        try
        {
            Add(new OwnedResource(kind, label, At(file, line), resource.DisposeAsync));
        }
        catch (ObjectDisposedException)
        {
            // The caller has handed it over and will not look after it any more.
            Task.Run(async () => await resource.DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();
            throw;
        }

        return resource;
    }

    /// <summary>Opens a file for writing in <see cref="Directory"/>; the stream is closed with the scope at the latest.</summary>
    public FileStream CreateFile(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Own(new FileStream(PathOf(name), FileMode.Create, FileAccess.Write, FileShare.Read), name, ResourceKind.File, file, line);

    /// <summary>Opens any file for reading; the stream is closed with the scope at the latest.</summary>
    public FileStream OpenFile(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Own(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), path, ResourceKind.File, file, line);

    /// <summary>
    /// Moves a file or directory of this scope to its parent, so that it outlives this scope; returns its new path.
    /// A file of the same name is replaced.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope is an outermost one.</exception>
    /// <exception cref="ArgumentException">The path is not in this scope's directory.</exception>
    public string Promote(string path)
    {
        var parent = _parent?._parent is null ? throw new InvalidOperationException("An outermost scope has nobody to promote to.") : _parent;
        var source = Path.GetFullPath(path);
        if (!Contains(source))
        {
            throw new ArgumentException($"'{path}' is not in the directory of the scope '{Name}'.", nameof(path));
        }

        var target = parent.PathOf(Path.GetFileName(source));
        if (System.IO.Directory.Exists(source))
        {
            System.IO.Directory.Move(source, target);
        }
        else
        {
            File.Move(source, target, overwrite: true);
        }

        return target;
    }

    /// <summary>Runs a child process to its end and returns what it did.</summary>
    /// <exception cref="ProcessFailedException">The exit code was not one of <see cref="ProcessCommand.SuccessExitCodes"/>.</exception>
    /// <exception cref="ProcessTimedOutException">A limit of <paramref name="command"/> was reached.</exception>
    /// <exception cref="ToolMissingException">The program cannot be started.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, or the scope was released; the process has been stopped.</exception>
    /// <exception cref="ObjectDisposedException">The scope has been released.</exception>
    public async Task<ProcessResult> RunAsync(
        ProcessCommand command, CancellationToken cancellationToken, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var process = Start(command, cancellationToken, file, line);
        await using (process.ConfigureAwait(false))
        {
            return await process.Completion.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Starts a child process that is talked to while it runs; it is stopped with the scope at the latest, and
    /// <paramref name="cancellationToken"/> stops it before.
    /// </summary>
    /// <exception cref="ToolMissingException">The program cannot be started.</exception>
    /// <exception cref="ObjectDisposedException">The scope has been released.</exception>
    public ChildProcess Start(
        ProcessCommand command, CancellationToken cancellationToken, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Under the lock, so that a release comes before the start or finds the process in the list: never in between.
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_released, this);
            _startedProcesses = true;
            var process = _run.Start(() => ChildProcess.Start(command, _run, $"{Mark}{_run.NextNumber()}/", At(file, line), Forget, cancellationToken));
            AddLocked(process);
            return process;
        }
    }

    /// <summary>What this scope and the scopes inside it hold right now, in the order in which it was opened.</summary>
    public IReadOnlyList<OpenResource> Snapshot() =>
        [.. OwnedNow().SelectMany(resource => (IEnumerable<OpenResource>)
        [
            new OpenResource(resource.Kind, resource.Label, Name, resource.OpenedAt),
            .. (resource as ResourceScope)?.Snapshot() ?? [],
        ])];

    /// <summary>What the outermost scope that this one is in has opened and given back so far, itself included; also after its release.</summary>
    public ResourceReport Report() => _counters.Report();

    internal IReadOnlyList<IOwnedResource> OwnedNow()
    {
        lock (_lock)
        {
            return _directory is null ? [.. _owned] : [_directory, .. _owned];
        }
    }

    /// <summary>Gives back all that the scope holds; a second call waits for the first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _release.Value.ConfigureAwait(false);
        _parent?.Forget(this);
    }

    ValueTask IOwnedResource.ReleaseAsync() => new(_release.Value);

    private async Task ReleaseAllAsync()
    {
        _leakWatch?.Disarm();

        // All at once: children that use up their grace period use up the same one.
        RequestStop();
        while (TakeLast() is { } owned)
        {
            await ReleaseAsync(owned).ConfigureAwait(false);
        }

        if (_startedProcesses)
        {
            _run.KillOrphans(Mark);
        }

        if (_directory is { } directory)
        {
            await ReleaseAsync(directory).ConfigureAwait(false);
        }
    }

    private void RequestStop()
    {
        IOwnedResource[] owned;
        lock (_lock)
        {
            _released = true;
            owned = [.. _owned];
        }

        foreach (var resource in owned)
        {
            (resource as ChildProcess)?.RequestStop();
            (resource as ResourceScope)?.RequestStop();
        }
    }

    private async Task ReleaseAsync(IOwnedResource owned)
    {
        try
        {
            await owned.ReleaseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The steps after this one must run, and the stage's own exception must stay the one that is seen.
            CountersOf(owned).CountCleanupFailure(owned.Kind);
            _run.Logger.CleanupFailed(owned.Kind, owned.Label, exception);
        }

        CountersOf(owned).CountReleased(owned.Kind);
    }

    private IOwnedResource? TakeLast()
    {
        lock (_lock)
        {
            var last = _owned.Last?.Value;
            if (last is not null)
            {
                _owned.RemoveLast();
            }

            return last;
        }
    }

    private void Add(IOwnedResource owned)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_released, this);
            AddLocked(owned);
        }
    }

    private void AddLocked(IOwnedResource owned)
    {
        _owned.AddLast(owned);
        CountersOf(owned).CountOpened(owned.Kind);
    }

    /// <summary>A resource that ended by itself needs no release any more.</summary>
    private void Forget(IOwnedResource owned)
    {
        lock (_lock)
        {
            if (!_owned.Remove(owned))
            {
                return;
            }
        }

        CountersOf(owned).CountReleased(owned.Kind);
    }

    /// <summary>An outermost scope counts as its own: several may be at work in one run, and each reports what it did.</summary>
    private ResourceCounters CountersOf(IOwnedResource owned) => (owned as ResourceScope)?._counters ?? _counters;

    private static string At(string file, int line) => $"{Path.GetFileName(file)}:{line}";

    private bool Contains(string fullPath) =>
        fullPath.StartsWith(Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
