namespace ShortsFactory.Resources.Tests;

public sealed class EmergencyCleanupSpecs
{
    private const int Limit = 60_000;
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const int HangUp = 1;
    private const int Quit = 3;

    [Theory(Timeout = Limit)]
    [InlineData(Interrupt, 130)]
    [InlineData(Terminate, 143)]
    [InlineData(HangUp, 129)]
    [InlineData(Quit, 131)]
    public async Task First_signal_ends_the_run_in_good_order(int signal, int exitCode)
    {
        using var host = await HostProgram.StartAsync("wait");
        Assert.NotEmpty(LiveProcesses.OfRun(host.RunId));

        host.Signal(signal);

        Assert.Equal(exitCode, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Theory(Timeout = Limit)]
    [InlineData(Interrupt, 130)]
    [InlineData(Terminate, 143)]
    [InlineData(HangUp, 129)]
    [InlineData(Quit, 131)]
    public async Task Run_that_does_not_stop_in_time_is_cut_off(int signal, int exitCode)
    {
        using var host = await HostProgram.StartAsync("hang");

        host.Signal(signal);

        Assert.Equal(exitCode, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Fact(Timeout = Limit)]
    public async Task Run_whose_threads_are_all_blocked_is_cut_off()
    {
        using var host = await HostProgram.StartAsync("starve");
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        host.Signal(Terminate);

        Assert.Equal(143, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Theory(Timeout = Limit)]
    [InlineData("throw", 134)]
    [InlineData("exit", 7)]
    [InlineData("return", 9)]
    public async Task Program_that_goes_down_without_asking_takes_everything_with_it(string ending, int exitCode)
    {
        using var host = await HostProgram.StartAsync(ending);

        Assert.Equal(exitCode, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Fact(Timeout = Limit)]
    public async Task Second_interrupt_cuts_off_a_run_that_starts_children_all_the_time()
    {
        using var host = await HostProgram.StartAsync("storm");
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        host.Signal(Interrupt);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        host.Signal(Interrupt);

        Assert.Equal(130, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Fact(Timeout = Limit)]
    public async Task Second_interrupt_leaves_no_half_written_output()
    {
        using var host = await HostProgram.StartAsync("write");
        await Task.Delay(TimeSpan.FromMilliseconds(500));

        host.Signal(Interrupt);
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        host.Signal(Interrupt);

        Assert.Equal(130, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
        Assert.DoesNotContain(Directory.EnumerateFiles(host.Directory), path => path.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task Interrupt_of_the_terminal_reaches_the_children_too_and_the_run_ends_in_good_order()
    {
        using var host = await HostProgram.StartAsync("wait", "setsid");

        host.SignalGroup(Interrupt);

        Assert.Equal(130, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }
}
