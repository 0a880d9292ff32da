using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ShortsFactory.Media;

namespace ShortsFactory.Tests.Media;

public sealed partial class FfmpegCapabilitiesSpecs
{
    [Fact]
    public void Every_filter_that_graphs_are_written_with_is_asked_for()
    {
        var goldens = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "ShortsFactory.Tests", "Compositing"), "Graph.*.approved.txt").ToArray();
        var used = goldens.SelectMany(File.ReadLines)
            .Select(line => QuotedPattern().Replace(line, ""))
            .SelectMany(line => FilterPattern().Matches(line))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();

        Assert.NotEmpty(goldens);
        Assert.Empty(used.Except(FfmpegCapabilities.Filters));
        Assert.Contains("ass", used);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_installed_ffmpeg_has_all_that_is_needed()
    {
        await using var run = new TestRun();

        var missing = await new FfmpegCapabilities(new Ffmpeg(Options.Create(new MediaOptions())))
            .FindMissingAsync(run.Scope, TestContext.Current.CancellationToken);

        Assert.Empty(missing);
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"(?:^|[\],;])(?<name>[a-z]\w*)=", RegexOptions.ExplicitCapture)]
    private static partial Regex FilterPattern();
}
