namespace ShortsFactory.Resources.Tests;

public sealed class ScopeFileSpecs
{
    private const int Limit = 60_000;

    [Fact(Timeout = Limit)]
    public async Task Scopes_of_the_same_name_have_directories_of_their_own_that_go_with_them()
    {
        await using var run = new TestRun();
        var one = run.Scope.Open("speech");
        var other = run.Scope.Open("speech");
        await File.WriteAllTextAsync(one.PathOf("voice.wav"), "one");
        await File.WriteAllTextAsync(other.PathOf("voice.wav"), "other");

        await one.DisposeAsync();

        Assert.False(Directory.Exists(Path.Combine(run.Scopes.WorkDirectory, one.Name)));
        Assert.Equal("other", await File.ReadAllTextAsync(other.PathOf("voice.wav")));
    }

    [Theory(Timeout = Limit)]
    [InlineData("../../escaped")]
    [InlineData("a/b/c")]
    [InlineData("it's; a [name], \"quoted\": ü 😀")]
    public async Task Directory_of_a_scope_lies_below_the_runs_whatever_its_name(string name)
    {
        await using var run = new TestRun();

        var directory = run.Scopes.Open(name).Directory;

        Assert.Equal(run.Scopes.WorkDirectory, Path.GetDirectoryName(directory));
        Assert.Matches("^[0-9A-Za-z-]+$", Path.GetFileName(directory));
    }

    [Theory(Timeout = Limit)]
    [InlineData("../other.wav")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData(".")]
    public async Task Name_that_leads_out_of_the_directory_is_refused(string name)
    {
        await using var run = new TestRun();

        Assert.Throws<ArgumentException>(() => run.Scope.PathOf(name));
    }

    [Fact(Timeout = Limit)]
    public async Task Promoted_file_and_directory_outlive_the_scope_and_go_with_its_parent()
    {
        await using var run = new TestRun();
        string file, directory;
        await using (var stage = run.Scope.Open("stage"))
        {
            await File.WriteAllTextAsync(stage.PathOf("voice.wav"), "voice");
            Directory.CreateDirectory(stage.PathOf("frames"));
            await File.WriteAllTextAsync(stage.PathOf("frames/1.png"), "frame");
            file = stage.Promote(stage.PathOf("voice.wav"));
            directory = stage.Promote(stage.PathOf("frames"));
        }

        Assert.Equal(run.Scope.PathOf("voice.wav"), file);
        Assert.Equal("voice", await File.ReadAllTextAsync(file));
        Assert.Equal("frame", await File.ReadAllTextAsync(Path.Combine(directory, "1.png")));
        await run.Scope.DisposeAsync();
        Assert.False(File.Exists(file));
        Assert.False(Directory.Exists(directory));
    }

    [Fact(Timeout = Limit)]
    public async Task Only_files_of_the_scope_are_promoted()
    {
        await using var run = new TestRun();
        var stage = run.Scope.Open("stage");
        await File.WriteAllTextAsync(run.OutsidePath("mine.mp4"), "mine");

        Assert.Throws<ArgumentException>(() => stage.Promote(run.OutsidePath("mine.mp4")));
        Assert.Throws<InvalidOperationException>(() => run.Scope.Promote(run.Scope.PathOf("voice.wav")));
        Assert.Equal("mine", await File.ReadAllTextAsync(run.OutsidePath("mine.mp4")));
    }

    [Fact(Timeout = Limit)]
    public async Task Created_file_is_complete_when_the_stage_throws()
    {
        await using var run = new TestRun();
        string? path = null;

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await using var stage = run.Scope.Open("stage");
            var stream = stage.CreateFile("voice.wav");
            path = stage.Promote(stream.Name);
            stream.Write(new byte[1_000]);
            throw new InvalidDataException();
        });

        Assert.Equal(1_000, new FileInfo(path!).Length);
    }

    [Fact(Timeout = Limit)]
    public async Task Links_in_a_scope_are_deleted_and_what_they_point_to_is_not()
    {
        await using var run = new TestRun();
        var outside = Directory.CreateDirectory(run.OutsidePath("mine")).FullName;
        var file = Path.Combine(outside, "mine.txt");
        await File.WriteAllTextAsync(file, "mine");
        var stage = run.Scope.Open("stage");
        Directory.CreateSymbolicLink(stage.PathOf("directory"), outside);
        File.CreateSymbolicLink(stage.PathOf("file"), file);
        Directory.CreateSymbolicLink(Path.Combine(run.Scopes.WorkDirectory, "beside"), outside);
        Directory.CreateSymbolicLink(Path.Combine(stage.Directory, "loop"), stage.Directory);

        await run.Scopes.DisposeAsync();

        Assert.False(Directory.Exists(run.Scopes.WorkDirectory));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact(Timeout = Limit)]
    public async Task Scope_directory_replaced_by_a_link_does_not_lead_the_deletion_outside()
    {
        await using var run = new TestRun();
        var outside = Directory.CreateDirectory(run.OutsidePath("mine")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "mine.txt"), "mine");
        var stage = run.Scope.Open("stage");
        Directory.Delete(stage.Directory);
        Directory.CreateSymbolicLink(stage.Directory, outside);

        await run.Scopes.DisposeAsync();

        Assert.False(Directory.Exists(run.Scopes.WorkDirectory));
        Assert.True(File.Exists(Path.Combine(outside, "mine.txt")));
    }
}
