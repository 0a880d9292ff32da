using ShortsFactory.Audio;
using ShortsFactory.Backgrounds;
using ShortsFactory.Captions;
using ShortsFactory.Compositing;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Compositing;

public sealed class TimelineSpecs
{
    private static readonly ColorBackground Red = new("ff0000");
    private static readonly ColorBackground Blue = new("0000ff");

    [Theory]
    [InlineData(1.0, 30)]
    [InlineData(1.0001, 31)]
    [InlineData(2.25, 68)]
    public void Frames_cover_the_track_to_its_end(double seconds, int frames) =>
        Assert.Equal(frames, Lay([Red], seconds).Span.Length);

    [Fact]
    public void Scene_changes_where_its_first_sentence_begins_and_the_fade_lies_around_it()
    {
        var composition = Lay([Red, Blue], seconds: 4);

        Assert.Equal([new FrameSpan(0, 65), new FrameSpan(56, 120)], composition.Segments.Select(segment => segment.Span));
    }

    [Fact]
    public void Scenes_on_the_same_background_are_one() =>
        Assert.Equal(new BackgroundSegment(Red, new FrameSpan(0, 120)), Assert.Single(Lay([Red, Red], seconds: 4).Segments));

    [Theory]
    [InlineData(0, "0000ff 0-80, 00ff00 80-120")]
    [InlineData(1, "ff0000 0-80, 00ff00 80-120")]
    [InlineData(2, "ff0000 0-40, 0000ff 40-120")]
    public void A_scene_that_the_recording_leaves_out_is_not_shown(int leftOut, string expected)
    {
        var segments = Lay([Red, Blue, new ColorBackground("00ff00")], seconds: 4, TimeSpan.Zero, leftOut: leftOut).Segments;

        Assert.Equal(
            expected,
            string.Join(", ", segments.Select(segment => $"{((ColorBackground)segment.Background).Color} {segment.Span.Start}-{segment.Span.End}")));
    }

    [Fact]
    public void Fade_is_never_longer_than_a_scene()
    {
        var segments = Lay([Red, Blue, Red], seconds: 0.6).Segments;

        Assert.All(segments, segment => Assert.InRange(segment.Span.Length, 6, 12));
        Assert.True(segments[0].Span.End <= segments[2].Span.Start);
    }

    [Fact]
    public void Cut_has_no_common_frames() =>
        Assert.Equal([new FrameSpan(0, 60), new FrameSpan(60, 120)], Lay([Red, Blue], 4, TimeSpan.Zero).Segments.Select(segment => segment.Span));

    [Fact]
    public void Cover_shows_an_early_group_of_words_when_all_of_it_is_there()
    {
        Assert.Equal(60, Lay([Red], seconds: 4, groups: [Group(0.2, 0.9), Group(1.5, 2.5), Group(3, 4)]).CoverFrame);
        Assert.Equal(15, Lay([Red], seconds: 4, groups: [Group(0.2, 0.8)]).CoverFrame);
        Assert.Equal(60, Lay([Red], seconds: 4, groups: []).CoverFrame);
    }

    [Theory]
    [InlineData("2.5s", 75)]
    [InlineData("{at: 1s, title: on}", 30)]
    [InlineData("Nine brains", 66)]
    [InlineData("1:00", 119)]
    public void Cover_shows_the_moment_or_the_words_that_the_script_names(string cover, int frame) =>
        Assert.Equal(frame, Lay([Red], seconds: 4, cover: cover).CoverFrame);

    [Fact]
    public void A_scene_that_cuts_shares_no_frame_with_the_one_before()
    {
        var composition = Lay([Red, Blue with { Cuts = true }, Red], seconds: 6);

        Assert.Equal([new FrameSpan(0, 60), new FrameSpan(60, 125), new FrameSpan(116, 180)], composition.Segments.Select(segment => segment.Span));
    }

    private static TimedWord Word(string text, double start) =>
        new() { Text = text, Spoken = text, Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(start + 0.4), Sentence = 0 };

    private static CaptionGroup Group(double start, double end) =>
        new() { Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(end), Lines = [] };

    /// <summary>Scenes of equal length.</summary>
    private static Composition Lay(IReadOnlyList<Background> backgrounds, double seconds, TimeSpan? crossFade = null, IReadOnlyList<CaptionGroup>? groups = null, int? leftOut = null, string? cover = null)
    {
        var samples = (long)(seconds * SentenceSpan.SampleRate) / backgrounds.Count;
        var options = new CompositingOptions();
        options.CrossFade = crossFade ?? options.CrossFade;
        return Timeline.Lay(
            new Script
            {
                Title = "Test",
                Cover = cover,
                Scenes = [.. backgrounds.Select((_, index) => new Scene { Sentences = [new Sentence { Index = index, Words = [] }] })],
            },
            new Soundtrack
            {
                MasterPath = "",
                RecognitionPath = "",
                Duration = TimeSpan.FromSeconds(seconds),
                Sentences = [.. backgrounds.Select((_, index) => new SentenceSpan(index, index * samples, (index == leftOut ? index : index + 1) * samples))],
                IntegratedLufs = -14,
                TruePeakDbtp = -2,
            },
            new CaptionTrack { AssPath = "", SrtPath = "", VttPath = "", LrcPath = "", FontDirectory = "", Groups = groups ?? [] },
            backgrounds,
            options,
            new Transcript { Words = [Word("It", 0.5), Word("has", 1), Word("nine", 2), Word("brains.", 2.5)] });
    }
}
