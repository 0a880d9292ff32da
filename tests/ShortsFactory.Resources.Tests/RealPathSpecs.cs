namespace ShortsFactory.Resources.Tests;

public sealed class RealPathSpecs : IDisposable
{
    private readonly string _directory = RealPath.Of(Directory.CreateTempSubdirectory("real-").FullName);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Links_are_followed_wherever_in_the_path_they_are()
    {
        Directory.CreateDirectory(At("footage"));
        File.WriteAllText(At("footage/clip.mp4"), "");
        Directory.CreateSymbolicLink(At("absolute"), At("footage"));
        Directory.CreateSymbolicLink(At("relative"), "footage");
        Directory.CreateSymbolicLink(At("twice"), "relative");
        File.CreateSymbolicLink(At("clip"), "twice/../footage/clip.mp4");

        string[] names = ["footage/clip.mp4", "absolute/clip.mp4", "relative/clip.mp4", "twice/clip.mp4", "clip", "twice/./clip.mp4"];

        Assert.All(names, name => Assert.Equal(At("footage/clip.mp4"), RealPath.Of(At(name))));
    }

    [Fact]
    public void What_is_not_there_stays_and_a_circle_ends()
    {
        File.CreateSymbolicLink(At("a"), "b");
        File.CreateSymbolicLink(At("b"), "a");

        Assert.Equal(At("no/such.mp4"), RealPath.Of(At("no/such.mp4")));
        Assert.StartsWith(_directory, RealPath.Of(At("a/x")), StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_directory, name);
}
