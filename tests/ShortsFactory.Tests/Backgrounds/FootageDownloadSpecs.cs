using ShortsFactory.Backgrounds;
using ShortsFactory.Pipeline;
using ShortsFactory.Tests.Compositing;
using ShortsFactory.Tests.Downloads;

namespace ShortsFactory.Tests.Backgrounds;

public sealed class FootageDownloadSpecs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact(Timeout = 120_000)]
    public async Task Addresses_are_backgrounds_as_files_are_and_each_is_fetched_once()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=3", "clip.mp4");
        await using var server = new FileServer(await File.ReadAllBytesAsync(Path.Combine(studio.Folder, "clip.mp4"), Token));
        var address = server.At("/clip.mp4").AbsoluteUri;

        var found = await ResolveAsync(studio, studio.Draft(Second, address, "color:#102030", $"{{path: '{address}', from: 1s, fill: blur}}"));

        var whole = Assert.IsType<MediaBackground>(found[0]);
        var part = Assert.IsType<MediaBackground>(found[2]);
        Assert.IsType<ColorBackground>(found[1]);
        Assert.Equal((whole.Link, Second, Fill.Blur), (part.Link, part.From, part.Fill));
        Assert.Equal(TimeSpan.FromSeconds(3), whole.File.Duration);
        Assert.Single(server.Requests);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("ftp://host/clip.mp4", "addresses of the kind 'ftp:' are not fetched")]
    [InlineData("file:///etc/passwd", "addresses of the kind 'file:' are not fetched")]
    public async Task An_address_that_is_refused_is_told_with_its_line(string address, string mentions)
    {
        await using var studio = new Studio();
        var draft = studio.Draft(Second, address);

        var error = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, draft));

        Assert.Contains(mentions, error.Message, StringComparison.Ordinal);
        Assert.Equal((studio.ScriptPath, draft.Script.Scenes[0].Line), (error.Path, error.Line));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_wrong_with_it_is_told_with_its_address_and_what_can_be_told_before_is_told_before()
    {
        await using var studio = new Studio();
        await studio.FfmpegAsync(Token, "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=10:duration=3", "clip.mp4");
        await using var server = new FileServer(await File.ReadAllBytesAsync(Path.Combine(studio.Folder, "clip.mp4"), Token));
        var address = server.At("/clip.mp4").AbsoluteUri;

        var mistyped = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, studio.Draft(Second, address, "klip.mp4")));
        var asked = server.Requests.Count;
        var late = await Assert.ThrowsAsync<InvalidInputException>(() => ResolveAsync(studio, studio.Draft(Second, $"{{path: '{address}?token=secret', from: 9s}}")));

        Assert.Contains("'klip.mp4' does not exist", mistyped.Message, StringComparison.Ordinal);
        Assert.Equal(0, asked);
        Assert.Contains($"{address}: 'from' is 9 s, but the clip is only 3 s long", late.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", late.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_is_not_there_ends_the_fetching_of_the_others()
    {
        await using var studio = new Studio();
        await using var slow = new FileServer(new byte[1_000_000]) { StallsAfter = 1_000 };
        await using var server = new FileServer([]);
        server.Refusals.Enqueue("404 Not Found");

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => ResolveAsync(studio, studio.Draft(Second, slow.At("/a.mp4").AbsoluteUri, server.At("/b.mp4").AbsoluteUri)));

        Assert.Contains("answered 404", error.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<IReadOnlyList<Background>> ResolveAsync(Studio studio, Short draft) =>
        studio.Resolver.ResolveAsync(draft, "generated:aurora", studio.Run.Context.Scope, Token);
}
