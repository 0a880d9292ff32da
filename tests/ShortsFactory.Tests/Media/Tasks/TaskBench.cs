using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Media.Tasks;

/// <summary>Tasks over real scopes, on a clock that the test moves.</summary>
internal sealed class TaskBench : IAsyncDisposable
{
    private readonly ResourceScopes _scopes = new(new ResourceOptions(), TimeProvider.System, NullLogger<ResourceScopes>.Instance);

    public TaskBench(MediaTaskOptions? options = null) =>
        Tasks = new MediaTasks(_scopes, new OptionsWrapper<MediaTaskOptions>(options ?? new MediaTaskOptions()), Clock, NullLogger<MediaTasks>.Instance);

    public FakeTimeProvider Clock { get; } = new();

    public MediaTasks Tasks { get; }

    public ResourceUsage Usage => _scopes.Usage;

    public ResourceScope Open(string name) => _scopes.Open(name);

    public MediaTask Submit(Func<MediaTaskContext, Task> work, MediaTaskKind kind = MediaTaskKind.Download, CancellationToken? cancellationToken = null) =>
        Tasks.Submit(kind, "clip.mp4", work, cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>A task that is at work, until it is stopped.</summary>
    public async Task<MediaTask> SubmitEndlessAsync(CancellationToken? cancellationToken = null, params MediaProgress[] reports)
    {
        var begun = new TaskCompletionSource();
        var task = Submit(
            async context =>
            {
                foreach (var report in reports)
                {
                    context.Progress.Report(report);
                }

                begun.SetResult();
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            },
            cancellationToken: cancellationToken);
        await begun.Task;
        return task;
    }

    public async ValueTask DisposeAsync()
    {
        await Tasks.DisposeAsync();
        await _scopes.DisposeAsync();
    }
}
