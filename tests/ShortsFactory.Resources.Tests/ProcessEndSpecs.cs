namespace ShortsFactory.Resources.Tests;

public sealed class ProcessEndSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Success_tells_output_and_errors_apart()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(
            new ProcessCommand { FileName = "sh", Arguments = ["-c", "echo out; echo err >&2; printf end"] }, CancellationToken.None);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("out\nend\n", result.StandardOutput);
        Assert.Equal("err", result.StandardErrorTail);
    }

    [Fact(Timeout = Limit)]
    public async Task Failure_shows_the_exit_code_and_the_last_words()
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<ProcessFailedException>(
            () => run.Scope.RunAsync(Dummy.Command("exit", "3", "first", "codec not found"), CancellationToken.None));

        Assert.Equal(3, error.ExitCode);
        Assert.Equal("first\ncodec not found", error.StandardErrorTail);
        Assert.Contains("ShortsFactory.DummyProcess failed with exit code 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("codec not found", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Exit_code_that_the_command_allows_is_a_success()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(Dummy.Command("exit", "3") with { SuccessExitCodes = [0, 3] }, CancellationToken.None);

        Assert.Equal(3, result.ExitCode);
    }

    [Fact(Timeout = Limit)]
    public async Task Crash_is_a_failure_with_the_signals_number()
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<ProcessFailedException>(() => run.Scope.RunAsync(Dummy.Command("crash"), CancellationToken.None));

        Assert.Equal(128 + 6, error.ExitCode);
        Assert.NotEmpty(error.StandardErrorTail);
    }

    [Fact(Timeout = Limit)]
    public async Task Time_limit_is_a_time_out_and_neither_cancel_nor_failure()
    {
        await using var run = new TestRun();
        var limit = TimeSpan.FromSeconds(0.5);

        var error = await Assert.ThrowsAsync<ProcessTimedOutException>(
            () => run.Scope.RunAsync(Dummy.Command("count", "1000", "50") with { TimeLimit = limit, StallLimit = TimeSpan.FromSeconds(30) }, CancellationToken.None));

        Assert.False(error.Stalled);
        Assert.Equal(limit, error.Limit);
    }

    [Fact(Timeout = Limit)]
    public async Task Silence_is_a_stall()
    {
        await using var run = new TestRun();
        var limit = TimeSpan.FromSeconds(1);

        var error = await Assert.ThrowsAsync<ProcessTimedOutException>(
            () => run.Scope.RunAsync(Dummy.Command("sleep", "300") with { StallLimit = limit }, CancellationToken.None));

        Assert.True(error.Stalled);
        Assert.Equal(limit, error.Limit);
    }

    [Fact(Timeout = Limit)]
    public async Task Process_that_keeps_talking_does_not_stall()
    {
        await using var run = new TestRun();

        var result = await run.Scope.RunAsync(Dummy.Command("count", "20", "250") with { StallLimit = TimeSpan.FromSeconds(4) }, CancellationToken.None);

        Assert.EndsWith("\n20\n", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Cancel_is_the_callers_own()
    {
        await using var run = new TestRun();
        using var cancel = new CancellationTokenSource();
        var process = await run.Scope.StartReadyAsync(Dummy.Command("sleep", "300"), cancel.Token);

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.Completion);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.False(LiveProcesses.IsAlive(process.Id));
    }

    [Fact(Timeout = Limit)]
    public async Task Cancel_right_after_the_start_is_not_lost()
    {
        await using var run = new TestRun();
        for (var round = 0; round < 50; round++)
        {
            using var cancel = new CancellationTokenSource();
            var process = run.Scope.Start(new ProcessCommand { FileName = "sleep", Arguments = ["300"] }, cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.Completion);
        }

        Assert.Empty(LiveProcesses.OfRun(run.Scopes.RunId));
    }

    [Fact(Timeout = Limit)]
    public async Task Child_that_dies_of_the_terminals_interrupt_has_not_failed()
    {
        await using var run = new TestRun();
        using var cancel = new CancellationTokenSource();
        var command = Dummy.Command("exit", "255") with { OnErrorLine = _ => cancel.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.Scope.RunAsync(command with { Arguments = [.. command.Arguments, "interrupted"] }, cancel.Token));
    }

    [Fact(Timeout = Limit)]
    public async Task Cancelled_token_starts_nothing()
    {
        await using var run = new TestRun();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.Scope.RunAsync(new ProcessCommand { FileName = "touch", Arguments = [run.OutsidePath("touched")] }, new CancellationToken(canceled: true)));

        Assert.False(File.Exists(run.OutsidePath("touched")));
    }

    [Theory(Timeout = Limit)]
    [InlineData("no-such-tool")]
    [InlineData("/no/such/tool")]
    [InlineData("/etc/hostname")]
    public async Task Missing_program_is_named_with_advice(string program)
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<ToolMissingException>(
            () => run.Scope.RunAsync(new ProcessCommand { FileName = program }, CancellationToken.None));

        Assert.Equal(program, error.Tool);
        Assert.Contains(program, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Advice);
    }

    [Fact(Timeout = Limit)]
    public async Task Program_in_the_current_directory_is_not_taken_for_a_tool()
    {
        await using var run = new TestRun();
        var name = $"stranger-{Guid.NewGuid():N}";
        var path = Path.Combine(Environment.CurrentDirectory, name);
        File.Copy("/bin/true", path);
        try
        {
            await Assert.ThrowsAsync<ToolMissingException>(() => run.Scope.RunAsync(new ProcessCommand { FileName = name }, CancellationToken.None));
            await run.Scope.RunAsync(new ProcessCommand { FileName = path }, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Process_that_ended_by_itself_is_not_open_any_more()
    {
        await using var run = new TestRun();
        var process = run.Scope.Start(new ProcessCommand { FileName = "true" }, CancellationToken.None);

        await process.Completion;

        Assert.Empty(run.Scope.Snapshot());
    }

    [Fact(Timeout = Limit)]
    public async Task Arguments_and_working_directory_arrive_as_they_are()
    {
        await using var run = new TestRun();
        string[] arguments = ["a b", "it's", "\"quoted\"", "$HOME", "*", "", "back\\slash", "ü 😀"];

        var result = await run.Scope.RunAsync(
            new ProcessCommand
            {
                FileName = "sh",
                Arguments = ["-c", "pwd; for argument in \"$@\"; do echo \"[$argument]\"; done", "sh", .. arguments],
                WorkingDirectory = run.Scope.Directory,
            },
            CancellationToken.None);

        Assert.Equal(string.Concat(arguments.Select(argument => $"[{argument}]\n").Prepend($"{run.Scope.Directory}\n")), result.StandardOutput);
    }
}
