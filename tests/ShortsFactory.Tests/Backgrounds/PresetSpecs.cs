using ShortsFactory.Backgrounds;
using ShortsFactory.Tests.Compositing;

namespace ShortsFactory.Tests.Backgrounds;

public sealed class PresetSpecs
{
    private const int Width = 54;
    private const int Height = 96;
    private const int FrameSize = Width * Height;

    public static TheoryData<string> Names => [.. GeneratedPresets.All.Select(preset => preset.Name)];

    [Fact]
    public void Filters_of_all_presets() =>
        Golden.Matches(string.Join("\n\n", GeneratedPresets.All.Select(preset => PresetFilter.Write(preset, 1080, 1920, 30, TimeSpan.Zero, "trim=end_frame=90"))), "Presets");

    [Fact]
    public void Default_of_the_options_is_a_preset() =>
        Assert.Equal("generated:" + GeneratedPresets.All[0].Name, new ShortsFactory.Compositing.CompositingOptions().Background);

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Names))]
    public async Task Light_is_calm_alive_and_dim_behind_captions(string name)
    {
        var frames = await RenderAsync(name, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        var steps = frames.Zip(frames.Skip(1), Difference).ToArray();
        Assert.Equal(120, frames.Count);
        Assert.True(Difference(frames[0], frames[^1]) > 1, "It stands still.");
        Assert.True(steps.Max() < 1.2, $"It jumps by {steps.Max():0.00} levels from one frame to the next.");
        Assert.True(frames.Max(BehindCaptions) < 90, $"It is too bright behind captions: {frames.Max(BehindCaptions):0}.");
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Names))]
    public async Task Light_is_the_same_every_time_and_goes_on_where_a_span_begins(string name)
    {
        var whole = await RenderAsync(name, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var part = await RenderAsync(name, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.True(Difference(whole[30], part[0]) < 0.1);
    }

    private static async Task<IReadOnlyList<byte[]>> RenderAsync(string name, TimeSpan start, TimeSpan length)
    {
        await using var studio = new Studio();
        var preset = GeneratedPresets.All.Single(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        var filter = PresetFilter.Write(preset, Width, Height, 30, start, $"trim=end_frame={length.TotalSeconds * 30}");
        await studio.FfmpegAsync(
            TestContext.Current.CancellationToken,
            "-filter_complex", $"{filter},format=gray", "-f", "rawvideo", "frames.gray");
        return [.. (await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("frames.gray"))).Chunk(FrameSize)];
    }

    private static double Difference(byte[] first, byte[] second) =>
        first.Zip(second, (left, right) => Math.Abs(left - right)).Average();

    private static double BehindCaptions(byte[] frame) =>
        frame.Skip(Width * (int)(0.56 * Height)).Take(Width * (int)(0.2 * Height)).Average(pixel => pixel);
}
