using ShortsFactory.Backgrounds;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Tests.Backgrounds;

public sealed class BackgroundSettingsSpecs
{
    private static readonly BackgroundOrigin Origin = new("/s/script.md", 7);

    [Fact]
    public void A_text_alone_is_the_path() => Assert.Equal(new BackgroundSettings { Source = "a b.mp4" }, BackgroundSettings.Read(" a b.mp4 ", Origin));

    [Fact]
    public void A_group_has_all_the_options()
    {
        var settings = BackgroundSettings.Read(
            "{path: a.mp4, from: 3s, to: '1:20', loop: off, speed: 1.25, fill: blur, motion: pan-left, pick: random, seed: 4, transition: cut}", Origin);

        Assert.Equal(
            new BackgroundSettings
            {
                Source = "a.mp4",
                From = TimeSpan.FromSeconds(3),
                To = TimeSpan.FromSeconds(80),
                Loops = false,
                Speed = 1.25,
                Fill = Fill.Blur,
                Motion = PictureMotion.PanLeft,
                Pick = FolderPick.Random,
                Seed = "4",
                Transition = SceneTransition.Cut,
            },
            settings);
    }

    [Theory]
    [InlineData("{path: a.mp4,\nfil: blur}", "/s/script.md:8: 'fil' is not a setting of a background. Did you mean 'fill'?")]
    [InlineData("{path: a.mp4, fill: blurr}", "/s/script.md:7: 'fill' is 'blurr', but must be one of crop, blur. Did you mean 'blur'?")]
    [InlineData("{path: a.mp4, speed: 9}", "/s/script.md:7: 'speed' is '9', but must be a number from 0.25 to 4.")]
    [InlineData("{path: a.mp4, from: later}", "/s/script.md:7: 'from' is 'later', but must be a time such as 500ms, 3s or 1:20.")]
    [InlineData("{path: a.mp4, from: 5s, to: 2s}", "/s/script.md:7: 'to' is 2 s, which does not lie behind 'from', 5 s.")]
    [InlineData("{from: 5s}", "/s/script.md:7: 'path' is missing; give it a text.")]
    [InlineData("{path: a.mp4", "/s/script.md:7: This is not valid YAML:")]
    public void What_does_not_fit_is_refused_with_its_line(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidInputException>(() => BackgroundSettings.Read(text, Origin)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_seed_makes_the_same_choices_always_and_others_than_another()
    {
        var choices = Enumerable.Range(0, 50).Select(index => new Seed("one").NumberFor($"{index}")).ToArray();

        Assert.Equal(choices, Enumerable.Range(0, 50).Select(index => new Seed("one").NumberFor($"{index}")));
        Assert.All(choices, choice => Assert.InRange(choice, 0, 0.999999999));
        Assert.InRange(choices.Average(), 0.35, 0.65);
        Assert.NotEqual(choices[0], new Seed("two").NumberFor("0"));
    }

    [Theory]
    [InlineData(1.0, true, 50, "4s: 50+100")]
    [InlineData(1.0, true, 150, "7s: 150+60, 2s: 0+40")]
    [InlineData(2.0, true, 50, "5s: 50+55, 2s: 0+45")]
    [InlineData(1.0, false, 200, "9s: 200+100/10")]
    public void A_place_in_the_clip_follows_speed_loop_and_length(double speed, bool loops, int first, string expected)
    {
        var file = new ShortsFactory.Media.MediaFile { Path = "/a.mp4", Kind = ShortsFactory.Media.MediaKind.Video, Duration = TimeSpan.FromSeconds(10) };
        var clip = new MediaBackground(file, "a") { From = TimeSpan.FromSeconds(3), Speed = speed, Loops = loops };

        var pieces = ShortsFactory.Compositing.FootagePiece.Of(clip, first, 100, 30).ToArray();

        Assert.Equal(expected, string.Join(", ", pieces.Select(piece =>
            $"{piece.Seek.TotalSeconds}s: {piece.First}+{piece.Length}{(piece.Moving < piece.Length ? $"/{piece.Moving}" : "")}")));
    }
}
