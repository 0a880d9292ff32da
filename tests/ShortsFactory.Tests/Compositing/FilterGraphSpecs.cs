using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Compositing.Encoders;

namespace ShortsFactory.Tests.Compositing;

public sealed class FilterGraphSpecs
{
    private static Composition WithEmoji { get; } = Sample.Of(Sample.Color, Sample.Image) with { Emoji = new EmojiTrack { Path = "/e/of the user.png", X = 120, Y = 1040 } };

    private static Composition WithImages { get; } = WithEmoji with
    {
        Images =
        [
            new ImageOverlay { Path = "/w/mark.png", X = 120, Y = 270, Width = 160, Height = 90, Opacity = 0.75, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(3), Fade = TimeSpan.FromSeconds(0.3) },
            new ImageOverlay { Path = "/w/logo.png", X = 360, Y = 500, Width = 360, Height = 360, Opacity = 1, Start = TimeSpan.FromSeconds(5), Fade = TimeSpan.FromSeconds(0.3) },
        ],
    };

    [Fact]
    public void Graph_of_a_generated_background() => Check("Generated", Sample.Of(Sample.Aurora));

    [Fact]
    public void Graph_of_a_colour() => Check("Color", Sample.Of(Sample.Color));

    [Fact]
    public void Graph_of_a_video() => Check("Video", Sample.Of(Sample.Video));

    [Fact]
    public void Graph_of_a_video_that_is_faster_and_names_no_matrix() => Check("FastVideo", Sample.Of(Sample.FastVideo));

    [Fact]
    public void Graph_of_a_video_of_high_dynamic_range() => Check("HighDynamicRange", Sample.Of(Sample.HighDynamicRange));

    [Fact]
    public void Graph_of_a_picture() => Check("Image", Sample.Of(Sample.Image));

    [Fact]
    public void Graph_of_scenes_that_fade_into_each_other() => Check("Mixed", Sample.Of(Sample.Video, Sample.Image, Sample.Color, Sample.Video));

    [Fact]
    public void Graph_with_emoji() => Check("Emoji", WithEmoji);

    [Fact]
    public void Graph_with_emoji_of_a_span_in_the_middle() => Golden.Matches(FilterGraph.Write(WithEmoji, new FrameSpan(60, 120)), "Graph.EmojiSpan");

    [Fact]
    public void Graph_with_pictures_over_all() => Check("Images", WithImages);

    [Fact]
    public void Graph_with_pictures_of_a_span_in_the_middle() => Golden.Matches(FilterGraph.Write(WithImages, new FrameSpan(60, 120)), "Graph.ImagesSpan");

    [Fact]
    public void Arguments_with_pictures() => CheckArguments("Images", WithImages);

    [Fact]
    public void Graph_of_a_wide_clip_over_its_blurred_self() => Check("Blur", Sample.Of(Sample.Video with { Fill = Fill.Blur, Speed = 1.25 }));

    [Fact]
    public void Arguments_of_a_clip_that_begins_later_and_stands_still() =>
        CheckArguments("Trimmed", Sample.Of(Sample.Video with { From = TimeSpan.FromSeconds(3), To = TimeSpan.FromSeconds(5), Loops = false }));

    [Fact]
    public void Graph_of_a_pan_in_a_wide_picture() =>
        Check("Pan", Sample.Of(Sample.Image with { Motion = PictureMotion.PanLeft }) with { Width = 1920, Height = 1080, FrameRate = 60 });

    [Fact]
    public void Graph_of_a_span_in_the_middle()
    {
        var composition = Sample.Of(Sample.Video, Sample.Aurora, Sample.Image) with { CoverFrame = 200 };
        Golden.Matches(FilterGraph.Write(composition, new FrameSpan(60, 240)), "Graph.Span");
    }

    [Fact]
    public void Scenes_that_do_not_overlap_are_cut()
    {
        var composition = Sample.Of(Sample.Color) with
        {
            Segments = [new BackgroundSegment(Sample.Color, new FrameSpan(0, 40)), new BackgroundSegment(Sample.Image, new FrameSpan(40, 90))],
        };
        Assert.Contains("[segment0][segment1]concat=n=2:v=1:a=0,settb=1/30,setpts=N[joined1]", FilterGraph.Write(composition, composition.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_a_user_is_in_a_graph()
    {
        var text = FilterGraph.Write(Sample.Of(Sample.Video, Sample.Image), new FrameSpan(0, 180));
        Assert.DoesNotContain("clip", text, StringComparison.Ordinal);
        Assert.DoesNotContain("b:[0]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_of_a_generated_background() => CheckArguments("Generated", Sample.Of(Sample.Aurora));

    [Fact]
    public void Arguments_of_mixed_scenes() => CheckArguments("Mixed", Sample.Of(Sample.Video, Sample.Image, Sample.Color, Sample.Video));

    [Fact]
    public void Arguments_with_emoji() => CheckArguments("Emoji", WithEmoji);

    [Fact]
    public void Arguments_of_the_cover() =>
        Golden.Matches(string.Join('\n', FfmpegArguments.Cover(Sample.Of(Sample.Color), frame: 45)), "Arguments.Cover");

    [Fact]
    public void Arguments_that_join_chunks_and_sound() => Golden.Matches(string.Join('\n', FfmpegArguments.Join(VideoCodec.Hevc)), "Arguments.Join");

    private static void Check(string name, Composition composition) =>
        Golden.Matches(FilterGraph.Write(composition, composition.Span), $"Graph.{name}");

    private static void CheckArguments(string name, Composition composition) =>
        Golden.Matches(string.Join('\n', FfmpegArguments.Pictures(composition, composition.Span, VideoEncoders.Default, new CompositingOptions())), $"Arguments.{name}");
}
