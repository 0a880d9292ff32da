using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging.Abstractions;

namespace ShortsFactory.Resources.Tests;

public sealed class ChildLimitSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Limits_reach_the_child_which_keeps_its_process_id()
    {
        await using var run = new TestRun(options =>
        {
            options.ChildMemoryLimit = 512 << 20;
            options.ChildCpuLimit = TimeSpan.FromSeconds(7.5);
            options.ChildFileSizeLimit = 4 << 20;
            options.ChildOpenFiles = 64;
            options.ChildNiceness = 7;
        });
        var lines = new List<string>();

        var child = run.Scope.Start(Shell("echo $$; cat /proc/self/limits; nice") with { OnOutputLine = lines.Add }, CancellationToken.None);
        await child.Completion;

        Assert.Equal($"{child.Id}", lines[0]);
        Assert.Equal("7", lines[^1]);
        Assert.Matches(@"Max data size +536870912 ", Line("Max data size"));
        Assert.Matches(@"Max cpu time +8 ", Line("Max cpu time"));
        Assert.Matches(@"Max file size +4194304 ", Line("Max file size"));
        Assert.Matches(@"Max open files +64 ", Line("Max open files"));

        string Line(string start) => lines.Single(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_uses_up_its_processor_time_fails_with_the_limits_name()
    {
        await using var run = new TestRun(options => options.ChildCpuLimit = TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<ProcessFailedException>(() => run.Scope.RunAsync(Shell("while :; do :; done"), CancellationToken.None));

        Assert.Contains("Resources:ChildCpuLimit allows (1 s)", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_writes_too_large_a_file_fails_with_the_limits_name()
    {
        await using var run = new TestRun(options => options.ChildFileSizeLimit = 1 << 20);
        var large = new ProcessCommand { FileName = "dd", Arguments = ["if=/dev/zero", $"of={run.Scope.PathOf("large")}", "bs=64K", "count=32"] };

        var error = await Assert.ThrowsAsync<ProcessFailedException>(() => run.Scope.RunAsync(large, CancellationToken.None));

        Assert.Contains("Resources:ChildFileSizeLimit allows (1048576 bytes)", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_takes_too_much_memory_does_not_get_it()
    {
        await using var run = new TestRun(options => options.ChildMemoryLimit = 64 << 20);
        var greedy = new ProcessCommand { FileName = "dd", Arguments = ["if=/dev/zero", "of=/dev/null", "bs=200M", "count=1"] };

        var error = await Assert.ThrowsAsync<ProcessFailedException>(() => run.Scope.RunAsync(greedy, CancellationToken.None));

        Assert.Contains("memory exhausted", error.StandardErrorTail, StringComparison.Ordinal);
        Assert.Contains("may have reached one of the limits", error.Advice, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Dotnet_child_starts_under_limits_of_memory_and_file_size()
    {
        await using var run = new TestRun(options =>
        {
            options.ChildMemoryLimit = 1 << 30;
            options.ChildFileSizeLimit = 1 << 20;
        });

        Assert.Equal("hello\n", (await run.Scope.RunAsync(Dummy.Command("say", "hello"), CancellationToken.None)).StandardOutput);
    }

    [Fact]
    public void Limits_out_of_range_are_refused()
    {
        var options = new ResourceOptions { ChildNiceness = -5 };

        var error = Assert.Throws<ValidationException>(() => new ResourceScopes(options, TimeProvider.System, NullLogger<ResourceScopes>.Instance));

        Assert.StartsWith("Resources:ChildNiceness", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Children_do_not_inherit_secrets_unless_they_are_listed()
    {
        var prefix = $"TEST{Guid.NewGuid():N}";
        string[] secrets = [$"{prefix}_TOKEN", $"{prefix}_client_secret", $"{prefix}_DB_PASSWORD", $"{prefix}_API_KEY_2", $"SHORTS__{prefix}", $"{prefix}_LISTED_TOKEN"];
        Array.ForEach([.. secrets, $"{prefix}_HARMLESS"], name => Environment.SetEnvironmentVariable(name, "value"));
        try
        {
            await using var run = new TestRun(options => options.ChildEnvironment = [secrets[^1]]);

            var environment = (await run.Scope.RunAsync(new ProcessCommand { FileName = "env" }, CancellationToken.None)).StandardOutput;

            Assert.All(secrets[..^1], name => Assert.DoesNotContain(name, environment, StringComparison.Ordinal));
            Assert.Contains($"{secrets[^1]}=value", environment, StringComparison.Ordinal);
            Assert.Contains($"{prefix}_HARMLESS=value", environment, StringComparison.Ordinal);
            Assert.Contains("PATH=", environment, StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach([.. secrets, $"{prefix}_HARMLESS"], name => Environment.SetEnvironmentVariable(name, null));
        }
    }

    private static ProcessCommand Shell(string script) => new() { FileName = "sh", Arguments = ["-c", script] };
}
