using Microsoft.Extensions.Time.Testing;
using ShortsFactory.Server.Watching;

namespace ShortsFactory.Server.Tests.Watching;

public sealed class WatchFolderSpecs : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("watch-").FullName;
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow().AddSeconds(-1));

    [Fact]
    public void A_file_is_whole_when_it_has_stopped_growing()
    {
        var folder = Open();
        var file = Write("a.md", "# Half");
        Assert.Empty(Find(folder));

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        File.AppendAllText(file, " and whole");
        Assert.Empty(Find(folder));

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Empty(Find(folder));

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["a.md"], Find(folder));
    }

    [Fact]
    public void What_is_moved_or_renamed_into_it_is_whole_at_once()
    {
        var folder = Open();
        var moved = Write("moved.md", "# Old");
        File.SetLastWriteTimeUtc(moved, _clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        var renamed = Write("renamed.md", "# New");

        Assert.Equal(["moved.md", "renamed.md"], Find(folder, renamed));
    }

    [Fact]
    public void Hidden_files_copies_of_editors_halves_of_downloads_links_and_other_files_are_no_scripts()
    {
        Directory.CreateDirectory(Path.Combine(_path, "folder.md"));
        File.CreateSymbolicLink(Path.Combine(_path, "link.md"), "/etc/hostname");
        foreach (var name in new[] { ".a.md", "~a.md", "#a.md#", "a.md.part", "a.md~", "a.mp4", "a" })
        {
            Write(name, "x");
        }

        var folder = Open();
        Find(folder);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(Find(folder));
    }

    [Fact]
    public void An_empty_file_has_half_a_minute_to_be_filled()
    {
        Write("a.md", "");
        var folder = Open();
        Find(folder);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(Find(folder));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["a.md"], Find(folder));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private WatchFolder Open() => new(_path, TimeSpan.FromSeconds(2), _clock);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_path, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().UtcDateTime);
        return path;
    }

    private static IEnumerable<string?> Find(WatchFolder folder, params string[] renamed) => folder.FindWhole(renamed.ToHashSet()).Select(Path.GetFileName);
}
