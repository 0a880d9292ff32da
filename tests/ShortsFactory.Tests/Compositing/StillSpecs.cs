using ShortsFactory.Backgrounds;
using ShortsFactory.Compositing;
using ShortsFactory.Media;

namespace ShortsFactory.Tests.Compositing;

public sealed class StillSpecs
{
    private static readonly MediaBackground Clip = new(
        new MediaFile { Path = "/clip.mp4", Kind = MediaKind.Video, Duration = TimeSpan.FromSeconds(4), Width = 1080, Height = 1920, FramesPerSecond = 30 }, "media-0");

    [Fact]
    public void A_video_is_opened_at_the_moment_and_not_decoded_up_to_it()
    {
        var still = new Still(Of(new BackgroundSegment(Clip, new FrameSpan(0, 300))), frame: 105);

        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Single(still.Inputs()).Seek);
        Assert.Contains("trim=start_frame=15:end_frame=16,", still.Graph(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_that_is_shown_again_is_opened_in_its_second_turn()
    {
        var still = new Still(Of(new BackgroundSegment(Clip, new FrameSpan(0, 300))), frame: 170);

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(still.Inputs()).Seek);
    }

    [Fact]
    public void A_moment_in_a_fade_takes_the_whole_fade()
    {
        var colors = (From: new ColorBackground("010203"), To: new ColorBackground("040506"));
        var still = new Still(Of(new BackgroundSegment(colors.From, new FrameSpan(0, 105)), new BackgroundSegment(colors.To, new FrameSpan(96, 300))), frame: 100);

        var graph = still.Graph();

        Assert.Contains("xfade=transition=fade:duration=0.3:offset=0", graph, StringComparison.Ordinal);
        Assert.Contains("[picture]trim=start_frame=4:end_frame=5,", graph, StringComparison.Ordinal);
        Assert.Empty(still.Inputs());
    }

    private static Composition Of(params BackgroundSegment[] segments) => new()
    {
        FrameRate = 30,
        Span = new FrameSpan(0, 300),
        Segments = segments,
        CoverFrame = 0,
    };
}
