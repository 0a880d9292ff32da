namespace ShortsFactory.Resources.Tests;

public sealed class RunCatalogSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Live_run_is_listed_with_what_it_says_about_itself_and_its_children()
    {
        await using var run = new TestRun();
        var child = await run.Scope.StartReadyAsync(Dummy.Command("sleep", "300"));
        run.Scopes.Describe(Status("speech", 0));
        run.Scopes.Describe(Status("audio", 10));
        run.Scopes.Describe(Status("audio", 11));

        var listed = Assert.Single(Catalog(run).List());

        Assert.Equal(run.Scopes.RunId, listed.Id);
        Assert.Equal(Environment.ProcessId, listed.ProcessId);
        Assert.InRange(listed.Started, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());
        Assert.Equal(Status("audio", 10), listed.Status);
        Assert.Equal(new RunProcess(child.Id, "ShortsFactory.DummyProcess"), Assert.Single(listed.Children));
        await run.Scopes.DisposeAsync();
        Assert.Empty(Catalog(run).List());
    }

    [Fact(Timeout = Limit)]
    public async Task Run_that_is_asked_to_stop_ends_in_good_order()
    {
        using var host = await HostProgram.StartAsync("wait");
        var catalog = new RunCatalog(new ResourceOptions { WorkDirectory = host.WorkDirectory }, TimeProvider.System);

        Assert.True(await catalog.StopAsync(Assert.Single(catalog.List()), TimeSpan.FromSeconds(30), CancellationToken.None));

        Assert.Equal(143, await host.ExitCodeAsync());
        host.AssertNothingIsLeft();
    }

    [Fact(Timeout = Limit)]
    public async Task Process_that_does_not_hold_the_run_is_not_signalled()
    {
        await using var run = new TestRun();
        var bystander = await run.Scope.StartReadyAsync(Dummy.Command("sleep", "300"));
        var listed = Assert.Single(Catalog(run).List()) with { ProcessId = bystander.Id };

        Assert.False(await Catalog(run).StopAsync(listed, TimeSpan.FromSeconds(0.5), CancellationToken.None));

        Assert.True(LiveProcesses.IsAlive(bystander.Id));
    }

    private static RunCatalog Catalog(TestRun run) => new(run.Options, TimeProvider.System);

    private static RunStatus Status(string stage, int percent) => new() { Script = "octopus.md", Output = "octopus.mp4", Stage = stage, Percent = percent };
}
