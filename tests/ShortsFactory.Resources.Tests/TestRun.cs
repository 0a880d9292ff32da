using Microsoft.Extensions.Logging.Abstractions;

namespace ShortsFactory.Resources.Tests;

/// <summary>A run for one test, in a directory of its own that is gone after the test.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(1);

    private readonly string _directory = Directory.CreateTempSubdirectory("resources-test-").FullName;

    public TestRun(Action<ResourceOptions>? configure = null)
    {
        Options = new ResourceOptions { WorkDirectory = Path.Combine(_directory, "work"), StopGracePeriod = GracePeriod };
        configure?.Invoke(Options);
        Scopes = new ResourceScopes(Options, TimeProvider.System, NullLogger<ResourceScopes>.Instance);
        Scope = Scopes.Open("test");
    }

    public ResourceOptions Options { get; }

    public ResourceScopes Scopes { get; }

    public ResourceScope Scope { get; }

    /// <summary>The absolute path of a file outside of the run's directory.</summary>
    public string OutsidePath(string name) => Path.Combine(_directory, name);

    public async ValueTask DisposeAsync()
    {
        await Scopes.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
