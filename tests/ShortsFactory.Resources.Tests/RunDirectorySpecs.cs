using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging.Abstractions;

namespace ShortsFactory.Resources.Tests;

public sealed class RunDirectorySpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Run_directory_is_private_locked_and_gone_afterwards()
    {
        await using var run = new TestRun();
        var directory = run.Scopes.WorkDirectory;
        var marker = Path.Combine(directory, RunMarker.Name);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(directory).UnixFileMode);
        Assert.Throws<IOException>(() => new FileStream(marker, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        await File.WriteAllTextAsync(Path.Combine(directory, "stray.txt"), "left by a tool");
        await run.Scopes.DisposeAsync();
        Assert.False(Directory.Exists(directory));
        Assert.Equal(0, run.Scopes.Usage.CleanupFailures);
    }

    [Fact(Timeout = Limit)]
    public async Task Run_that_needs_no_file_and_no_child_leaves_the_disk_alone()
    {
        await using var run = new TestRun();

        await run.Scopes.DisposeAsync();

        Assert.False(Directory.Exists(run.Options.WorkDirectory));
        Assert.Throws<OperationCanceledException>(() => run.Scopes.WorkDirectory);
    }

    [Fact(Timeout = Limit)]
    public async Task Kept_files_stay_and_are_not_taken_for_a_dead_runs()
    {
        await using var run = new TestRun(options => options.Keep = true);
        var path = run.Scope.PathOf("voice.wav");
        await File.WriteAllTextAsync(path, "voice");

        await run.Scopes.DisposeAsync();

        Assert.Equal("voice", await File.ReadAllTextAsync(path));
        Assert.False(File.Exists(Path.Combine(run.Scopes.WorkDirectory, RunMarker.Name)));
        Assert.Equal(0, run.Scopes.Usage.Leaked);
    }

    [Fact(Timeout = Limit)]
    public async Task Nothing_outside_of_the_run_directory_is_deleted()
    {
        await using var run = new TestRun();
        var directory = RunDirectory.Create(run.Options, "unit");
        var neighbour = Directory.CreateDirectory(directory.Path + "-neighbour").FullName;

        Assert.Throws<InvalidOperationException>(() => directory.Delete(neighbour));
        Assert.Throws<InvalidOperationException>(() => directory.Delete(directory.Path));
        Assert.Throws<InvalidOperationException>(() => directory.Delete(Path.Combine(directory.Path, "..", "run-unit-neighbour")));
        directory.Dispose();
        Assert.True(Directory.Exists(neighbour));
    }

    [Fact(Timeout = Limit)]
    public async Task Work_directory_that_cannot_be_made_is_a_named_error_with_advice()
    {
        var options = new ResourceOptions { WorkDirectory = "/proc/nowhere" };
        await using var scopes = new ResourceScopes(options, TimeProvider.System, NullLogger<ResourceScopes>.Instance);

        var error = Assert.Throws<WorkDirectoryException>(() => scopes.Open("test").Directory);

        Assert.Contains("/proc/nowhere", error.Message, StringComparison.Ordinal);
        Assert.Contains("Resources:WorkDirectory", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 10, "Resources:StopGracePeriod")]
    [InlineData(5, 601, "Resources:InterruptGracePeriod")]
    public void Options_out_of_range_are_refused(int stopSeconds, int interruptSeconds, string name)
    {
        var options = new ResourceOptions
        {
            StopGracePeriod = TimeSpan.FromSeconds(stopSeconds),
            InterruptGracePeriod = TimeSpan.FromSeconds(interruptSeconds),
        };

        var error = Assert.Throws<ValidationException>(() => new ResourceScopes(options, TimeProvider.System, NullLogger<ResourceScopes>.Instance));

        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
    }
}
