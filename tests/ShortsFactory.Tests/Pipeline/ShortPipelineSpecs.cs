using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShortsFactory.Caching;
using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory.Tests.Pipeline;

public sealed class ShortPipelineSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    [Fact(Timeout = 120_000)]
    public async Task A_stage_that_fails_leaves_nothing_and_its_own_error_is_the_one_that_is_seen()
    {
        var script = await WriteAsync("script.md", "Hello there.");
        await using var scopes = Scopes();
        List<string> order = [];
        IStage[] stages = [new Step(StageName.Speech, order), new Step(StageName.Audio, order) { Failure = new InvalidOperationException("the stage's own") }, new Step(StageName.Captions, order)];

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => MakeAsync(scopes, stages, script, "out/script.mp4"));

        Assert.Equal("the stage's own", error.Message);
        Assert.Equal(["prepare Speech", "prepare Audio", "prepare Captions", "run Speech", "run Audio"], order);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
        Assert.Equal(0, scopes.Usage.Leaked);
        Assert.Empty(Directory.EnumerateDirectories(scopes.WorkDirectory));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_output_that_would_replace_the_script_is_refused()
    {
        var script = await WriteAsync("script.json", """{ "text": "Hello." }""");
        await using var scopes = Scopes();

        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), _folder);

        foreach (var output in (string[])["script.mp4", "link/script.mp4", "link/link/script.mp4"])
        {
            var error = await Assert.ThrowsAsync<InvalidInputException>(() => MakeAsync(scopes, [], script, output));
            Assert.Equal(script, error.Path);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Folders_that_were_made_for_nothing_go_again_and_others_stay()
    {
        var script = await WriteAsync("script.md", "Hello.");
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        await using var scopes = Scopes();

        foreach (var output in (string[])["new/deep/script.mp4", "empty/script.mp4"])
        {
            await Assert.ThrowsAnyAsync<Exception>(() => MakeAsync(scopes, [], script, output));
        }

        Assert.False(Path.Exists(Path.Combine(_folder, "new")));
        Assert.True(Path.Exists(Path.Combine(_folder, "empty")));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_folder_where_a_sidecar_would_be_written_is_told_before_any_work_is_done()
    {
        var script = await WriteAsync("script.md", "Hello.");
        Directory.CreateDirectory(Path.Combine(_folder, "out.srt"));
        await using var scopes = Scopes();
        List<string> order = [];

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => MakeAsync(scopes, [new Step(StageName.Speech, order)], script, "out.mp4"));

        Assert.Equal(Path.Combine(_folder, "out.srt"), error.Path);
        Assert.Equal(["prepare Speech"], order);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("voice", "script.md:3: ")]
    [InlineData("template", "")]
    [InlineData("background", "")]
    public async Task A_wrong_setting_is_told_with_its_line_unless_the_caller_made_it(string setting, string place)
    {
        var script = await WriteAsync("script.md", "---\ntitle: Hello\nvoice: flite:slt\ntemplate: clean\n---\nHello.");
        await using var scopes = Scopes();
        IStage[] stages = [new Step(StageName.Speech, []) { Refusal = new InvalidInputException("It is wrong.") { Setting = setting } }];

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => MakeAsync(scopes, stages, script, "out.mp4"));

        Assert.Equal((place.Length > 0 ? Path.Combine(_folder, place) : "") + "It is wrong.", error.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ResourceScopes Scopes() => new(new ResourceOptions(), TimeProvider.System, NullLogger<ResourceScopes>.Instance);

    private Task MakeAsync(ResourceScopes scopes, IStage[] stages, string script, string output)
    {
        var cache = new ResultCache(Options.Create(new CacheOptions { Enabled = false }), TimeProvider.System, NullLogger<ResultCache>.Instance);
        var pipeline = new ShortPipeline(
            scopes, stages, new ToolVersions([]), cache, Options.Create(new PipelineOptions()), TimeProvider.System, NullLogger<ShortPipeline>.Instance);
        var request = new ShortRequest { ScriptPath = script, OutputPath = Path.Combine(_folder, output), Template = "bold-pop" };
        return pipeline.MakeAsync(request, new Progress<StageProgress>(), _ => { }, TestContext.Current.CancellationToken);
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A stage that uses its scope, and fails if it is told to.</summary>
    private sealed class Step(StageName name, List<string> order) : IStage
    {
        public Exception? Failure { get; init; }

        public Exception? Refusal { get; init; }

        public StageName Name => name;

        public Task PrepareAsync(Short draft, StageContext context, CancellationToken cancellationToken)
        {
            order.Add($"prepare {name}");
            return Refusal is null ? Task.CompletedTask : Task.FromException(Refusal);
        }

        public async Task<Short> RunAsync(Short draft, StageContext context, CancellationToken cancellationToken)
        {
            order.Add($"run {name}");
            await using var file = context.Scope.CreateFile("half-done.bin");
            file.WriteByte(1);
            return Failure is null ? draft : throw Failure;
        }
    }
}
