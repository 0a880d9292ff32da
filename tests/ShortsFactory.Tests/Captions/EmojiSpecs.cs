using Microsoft.Extensions.Options;
using ShortsFactory.Captions;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Captions.Pictures;
using ShortsFactory.Compositing;
using ShortsFactory.Templates;
using ShortsFactory.Tests.Compositing;

namespace ShortsFactory.Tests.Captions;

public sealed class EmojiSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("🐙")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("🇩🇪")]
    [InlineData("👍🏽")]
    [InlineData("1️⃣")]
    [InlineData("❤️")]
    [InlineData("❤")]
    [InlineData("👩🏾‍🚀")]
    [InlineData("🏳️‍🌈")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    public void However_many_characters_make_an_emoji_it_is_one_picture(string emoji)
    {
        using var drawn = new Drawn(Narrated.Transcript(emoji), Drawn.Templates.Load("bold-pop"));

        var group = Assert.Single(drawn.Groups);
        Assert.Empty(group.Words);
        var picture = Assert.Single(group.Pictures);
        Assert.InRange(picture.Width, drawn.Template.Size, 1.2 * drawn.Template.Size);
    }

    [Theory]
    [InlineData("©")]
    [InlineData("→")]
    [InlineData("5")]
    [InlineData("#1")]
    [InlineData("✓")]
    [InlineData("❤︎")]
    public void A_sign_that_is_text_stays_text(string sign)
    {
        using var drawn = new Drawn(Narrated.Transcript(sign), Drawn.Templates.Load("bold-pop"));

        Assert.Empty(Assert.Single(drawn.Groups).Pictures);
        Assert.Empty(drawn.Missing);
    }

    [Fact]
    public void Emoji_take_their_room_between_words_and_marks()
    {
        using var drawn = new Drawn(Narrated.Transcript("hi (🐙🎉)! you"), Drawn.Templates.Load("clean"));

        var line = Assert.Single(Assert.Single(drawn.Groups).Lines);
        Assert.Equal(["hi", "(", "🐙", "🎉", ")!", "you"], line.Select(word => word.Text.Runs[0].Text));
        Assert.All(line.Zip(line.Skip(1)), pair => Assert.True(pair.First.X + (pair.First.Width / 2) <= pair.Second.X - (pair.Second.Width / 2) + 0.01));
        Assert.Equal(line.Where(word => word.Text.IsPicture).Select(word => word.Baseline), [line[0].Baseline, line[0].Baseline]);
    }

    [Fact]
    public void The_subtitle_file_holds_emoji_as_text_and_the_burned_one_does_not()
    {
        using var drawn = new Drawn(Narrated.Transcript("hearts ❤️, emoji"), Drawn.Templates.Load("clean"));

        var document = drawn.Ass + EmojiLines.Write(drawn.Groups);

        Assert.Contains("❤️", document, StringComparison.Ordinal);
        Assert.Contains(",emoji,0,0,0,,", document, StringComparison.Ordinal);
        Assert.Equal(drawn.Ass, CaptionText.WithoutEmoji(document));
    }

    /// <summary>In the delivered file: to the frame with its group, and to the pixel where the layout left room for it.</summary>
    [Fact(Timeout = 240_000)]
    public async Task An_emoji_comes_and_goes_with_its_group_and_stands_in_its_room()
    {
        await using var studio = new Studio();
        var transcript = Narrated.Transcript("Stop", "🟥", "now");
        using var drawn = new Drawn(transcript, Drawn.Templates.Load("bold-pop"));
        var group = drawn.Groups[1];
        var draft = studio.Draft(TimeSpan.FromSeconds(2.5), "color:#000000") with { Transcript = transcript };
        draft = await new CaptionStage(Options.Create(new CaptionsOptions()), Drawn.Templates).RunAsync(draft, studio.Run.Context, Token);

        var video = (await studio.MakeAsync(draft, Token)).Video!;

        await studio.FfmpegAsync(Token, "-i", video.Path, "-vf", "extractplanes=v,scale=108:192:flags=area", "-f", "rawvideo", "red.raw");
        var frames = (await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("red.raw"), Token)).Chunk(108 * 192).ToArray();
        var shown = frames.Index().Where(frame => frame.Item.Max() > 180).Select(frame => frame.Index);
        var expected = Enumerable.Range(0, frames.Length).Where(frame => frame / 30.0 >= group.Group.Start.TotalSeconds - 1e-6 && frame / 30.0 < group.Group.End.TotalSeconds - 1e-6);
        Assert.Equal(expected, shown);

        var middle = (group.Group.Start + group.Group.End) / 2;
        await studio.FfmpegAsync(Token, "-i", video.Path, "-ss", $"{middle.TotalSeconds}", "-frames:v", "1", "-vf", "format=gray", "-f", "rawvideo", "still.raw");
        var (left, top, right, bottom) = Picture.Of(await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("still.raw"), Token)).Bounds(tolerance: 25);
        var ink = group.Ink;
        Assert.Equal(ink.MidX, (left + right) / 2.0, 2.0);
        Assert.Equal(ink.MidY, (top + bottom) / 2.0, 2.0);
        Assert.InRange(right - left, 0.85 * ink.Width, ink.Width + 1);
        Assert.InRange(bottom - top, 0.85 * ink.Height, ink.Height + 1);
    }

    /// <summary>Followed in the delivered frames: the emoji is not there before it is its turn, and takes the same way as letters in its place would.</summary>
    [Theory(Timeout = 240_000)]
    [InlineData("typewriter")]
    [InlineData("build-up")]
    [InlineData("bounce")]
    [InlineData("stacked")]
    public async Task An_emoji_comes_and_moves_with_its_word(string template)
    {
        await using var studio = new Studio();
        var transcript = Narrated.Transcript("Stop 🟥", "Go 🟥", "Again 🟥 now");
        using var drawn = new Drawn(transcript, Drawn.Templates.Load(template) with { Shadow = Drawn.Bare(template).Shadow });
        var draft = studio.Draft(TimeSpan.FromSeconds(3.5), "color:#000000") with { Transcript = transcript };
        draft = draft with { Script = draft.Script with { Template = template } };
        draft = await new CaptionStage(Options.Create(new CaptionsOptions()), Drawn.Templates).RunAsync(draft, studio.Run.Context, Token);

        var video = (await studio.MakeAsync(draft, Token)).Video!;

        await studio.FfmpegAsync(Token, "-i", video.Path, "-vf", "extractplanes=v,scale=540:960:flags=area", "-f", "rawvideo", "red.raw");
        var frames = (await File.ReadAllBytesAsync(studio.Run.Scope.PathOf("red.raw"), Token)).Chunk(540 * 960).ToArray();
        var moments = drawn.Groups.Where(group => group.Pictures.Any())
            .SelectMany(group => new EmojiMoments(drawn.Scene).Of(group).Append((Start: group.Group.End, Poses: [])))
            .ToArray();
        var arrival = moments.First(moment => moment.Poses.Count > 0).Start;
        Assert.InRange(arrival, drawn.Words[0].Start, drawn.Template.Reveal is Reveal.Letter ? drawn.Words[1].Start : drawn.Words[0].Start);
        foreach (var (index, frame) in frames.Index())
        {
            var pose = moments.LastOrDefault(moment => moment.Start.TotalSeconds <= (index / 30.0) + 1e-6).Poses?.SingleOrDefault();
            var rows = Enumerable.Range(0, 960).Where(row => frame.AsSpan(row * 540, 540).ContainsAnyInRange((byte)180, (byte)255)).ToArray();
            if (pose is null or { Opacity: < 0.2 })
            {
                Assert.Empty(rows);
            }
            else if (pose.Opacity > 0.8)
            {
                Assert.Equal(pose.Ink.MidY, rows[0] + rows[^1] + 1.0, 5.0);
                Assert.InRange(2 * (rows[^1] + 1 - rows[0]), (0.8 * pose.Ink.Height) - 3, pose.Ink.Height + 3);
            }
        }
    }

    [Fact]
    public async Task Captions_without_emoji_cost_no_input()
    {
        await using var run = new TestRun();

        var draft = await new CaptionStage(Options.Create(new CaptionsOptions()), Drawn.Templates).RunAsync(Narrated.Draft(Narrated.Transcript("No picture.")), run.Context, Token);

        Assert.Null(draft.Captions!.Emoji);
    }
}
