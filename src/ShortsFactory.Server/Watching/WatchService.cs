using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using ShortsFactory.Resources;

namespace ShortsFactory.Server.Watching;

/// <summary>Looks into the watched folders: whenever the system says that something changed there, and now and then by itself.</summary>
internal sealed class WatchService(
    IOptions<WatchOptions> options, WatchStore store, WatchIntake intake, WatchOutcome outcome, TimeProvider timeProvider, ILogger<WatchService> logger) : BackgroundService
{
    /// <summary>How often it is asked what was taken while nothing is: another server may have died over something.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, bool> _renamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _troubled = new(StringComparer.Ordinal);

    private bool _isBusy = true;
    private long _asked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WatchFolder[] folders = [.. options.Value.Folders.Select(folder => new WatchFolder(folder, options.Value.Settled, timeProvider))];
        if (folders.Length == 0)
        {
            return;
        }

        List<FileSystemWatcher> watchers = [.. folders.Select(Listen).OfType<FileSystemWatcher>()];
        try
        {
            while (true)
            {
                foreach (var folder in folders)
                {
                    await LookAsync(folder.Path, () => TakeAsync(folder, stoppingToken));
                }

                await LookAsync("the scripts that were taken", () => SettleAsync(folders, stoppingToken));
                await WaitAsync(stoppingToken);
            }
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    private async Task TakeAsync(WatchFolder folder, CancellationToken cancellationToken)
    {
        var whole = folder.FindWhole(_renamed.Keys.ToHashSet(StringComparer.Ordinal));
        if (whole.Count == 0)
        {
            return;
        }

        _isBusy = true;
        var taken = (await store.ListAsync(cancellationToken)).Select(script => script.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in whole.Where(path => !taken.Contains(path)))
        {
            await LookAsync(path, () => InTurnAsync(path, () => intake.TakeAsync(path, cancellationToken), cancellationToken));
            _renamed.TryRemove(path, out _);
        }
    }

    private async Task SettleAsync(WatchFolder[] folders, CancellationToken cancellationToken)
    {
        if (!_isBusy && timeProvider.GetElapsedTime(_asked) < Calm)
        {
            return;
        }

        _asked = timeProvider.GetTimestamp();
        var scripts = (await store.ListAsync(cancellationToken)).Where(script => folders.Any(folder => string.Equals(folder.Path, Path.GetDirectoryName(script.Path), StringComparison.Ordinal))).ToArray();
        _isBusy = scripts.Length > 0;
        foreach (var script in scripts)
        {
            if (!await outcome.IsPendingAsync(script, cancellationToken))
            {
                await LookAsync(script.Path, () => InTurnAsync(script.Path, () => SettleAsync(script, cancellationToken), cancellationToken));
            }
        }
    }

    private async Task SettleAsync(WatchedScript script, CancellationToken cancellationToken)
    {
        if (await intake.ResumeAsync(script, cancellationToken) is { } resumed && !await outcome.IsPendingAsync(resumed, cancellationToken))
        {
            await outcome.SettleAsync(resumed, cancellationToken);
        }
    }

    /// <summary>Two servers may watch one folder: what another one is at is left to it.</summary>
    private async Task InTurnAsync(string path, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var turn = await FileLock.TakeAsync(path, TimeSpan.Zero, () => { }, timeProvider, cancellationToken);
        if (turn is not null)
        {
            await work();
        }
    }

    /// <summary>A folder that cannot be read, a disk that is full, a database away: told once, and tried again.</summary>
    private async Task LookAsync(string place, Func<Task> look)
    {
        try
        {
            await look();
            _troubled.Remove(place);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (_troubled.Add(place))
            {
                logger.WatchFailed(place, exception);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Interval);
        try
        {
            await _nudges.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was told in time: it is looked anyway.
        }
    }

    private void Nudge(string? name)
    {
        if (WatchFolder.IsScript(name))
        {
            _nudges.Writer.TryWrite(true);
        }
    }

    private FileSystemWatcher? Listen(WatchFolder folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder.Path) { NotifyFilter = NotifyFilters.FileName };
            watcher.Created += (_, change) => Nudge(change.Name);
            watcher.Renamed += (_, change) =>
            {
                if (WatchFolder.IsScript(change.Name))
                {
                    _renamed[change.FullPath] = true;
                }

                Nudge(change.Name);
            };
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // The system has no watch left to give, or the folder is gone for now: looking by itself is enough.
            logger.WatchFailed(folder.Path, exception);
            return null;
        }
    }
}
