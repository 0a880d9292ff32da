using CsCheck;
using ShortsFactory.Captions.Layout;
using ShortsFactory.Recognition;

namespace ShortsFactory.Tests.Captions;

/// <summary>What holds for whatever is said in whatever script.</summary>
public sealed class CaptionPropertySpecs
{
    private const int Samples = 200;

    private static readonly string[] Texts =
    [
        "a", "I", "of", "the", "octopus", "WWWWWWWW", "incomprehensibilities", "Donaudampfschifffahrtsgesellschaftskapitän", "$1,200", "2014", "wow!", "well,", "end.", "É", "gjyQ", "—",
        "{\\b1}", "\\N", "🐙", "👨‍👩‍👧!", "(🇩🇪)", "🎉🎉🎉🎉🎉🎉🎉🎉", "شلوم", "قلوب،", "لإستخراجهم", "שלום", "(עולם)", "मस्तिष्क", "น้ำเงิน", "ปลาหมึก", "心臓が", "「すごい」", "大脑，", "문어는", "漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    ];

    private static Gen<IReadOnlyList<TimedWord>> Words { get; } =
        Gen.Select(Gen.Int[0, Texts.Length - 1].Select(index => Texts[index]), Gen.Int[0, 700], Gen.Int[-300, 900], Gen.Int[0, 7], Gen.Bool)
            .Array[1, 40]
            .Select(Narrate);

    [Theory]
    [InlineData("bold-pop")]
    [InlineData("clean")]
    public void Every_word_is_shown_once_in_order_inside_the_safe_box(string template) => Words.Sample(
        words =>
        {
            using var drawn = new Drawn(new Transcript { Words = words }, Drawn.Templates.Load(template));
            var (zone, margins) = (drawn.Template.SafeZone, drawn.Template.Margins);
            Assert.Equal(Enumerable.Range(0, words.Count), drawn.Groups.SelectMany(group => group.Lines).SelectMany(line => line.Select(word => word.Word).Distinct()).Distinct());
            Assert.All(drawn.Groups, group =>
            {
                Assert.Equal(Enumerable.Range(group.Group.First, group.Group.Count), group.Lines.SelectMany(line => line).Select(word => word.Word).Distinct());
                Assert.Single(group.Lines.SelectMany(line => line).Select(word => words[word.Word].Sentence).Distinct());
                Assert.InRange(group.Ink.Left, zone.Left + margins.Left - 0.5, zone.Right);
                Assert.InRange(group.Ink.Right, zone.Left, zone.Right - margins.Right + 0.5);
                Assert.InRange(group.Ink.Top, zone.Top + margins.Top - 0.5, zone.Bottom);
                Assert.InRange(group.Ink.Bottom, zone.Top, zone.Bottom - margins.Bottom + 0.5);
                Assert.All(group.Lines.SelectMany(line => line), word => Assert.InRange(word.FontScale, 0.2, 1));
            });
        },
        iter: Samples);

    [Fact]
    public void Groups_and_words_have_times_that_only_go_forward() => Words.Sample(
        words =>
        {
            using var drawn = new Drawn(new Transcript { Words = words }, Drawn.Templates.Load("bold-pop"));
            Assert.All(drawn.Words.Zip(drawn.Words.Skip(1)), pair => Assert.True(pair.First.Start < pair.First.End && pair.First.End <= pair.Second.Start));
            Assert.All(drawn.Groups, group => Assert.True(group.Group.Start < group.Group.End && group.Group.Start == drawn.Words[group.Group.First].Start));
            Assert.All(drawn.Groups.Zip(drawn.Groups.Skip(1)), pair => Assert.True(pair.First.Group.End <= pair.Second.Group.Start));
            Assert.All(drawn.Events, line => Assert.Contains(drawn.Groups, group => group.Group.Start <= line.Start && line.End <= group.Group.End && line.Start < line.End));
        },
        iter: Samples);

    [Fact]
    public void Words_of_one_line_do_not_overlap() => Words.Sample(
        words =>
        {
            using var drawn = new Drawn(new Transcript { Words = words }, Drawn.Templates.Load("clean"));
            Assert.All(drawn.Groups.SelectMany(group => group.Lines), line =>
            {
                var fromLeft = line.OrderBy(word => word.X).ToArray();
                Assert.All(fromLeft.Zip(fromLeft.Skip(1)), pair =>
                    Assert.True(pair.First.X + (pair.First.Width / 2) <= pair.Second.X - (pair.Second.Width / 2) + 0.5));
            });
        },
        iter: Samples);

    [Fact]
    public void Lines_are_the_fewest_that_hold_the_words_and_no_other_cut_is_more_even() =>
        Gen.Select(Gen.Double[1, 120].Array[1, 8], Gen.Double[0, 20], Gen.Int[1, 4]).Sample((widths, gap, mostLines) =>
        {
            const double limit = 150;
            var broken = LineBreaker.Break(widths, [.. widths.Select(_ => gap)], limit, mostLines);

            var possible = Cuts(widths.Length).Select(counts => Lines(widths, gap, counts)).Where(lines => lines.Length <= mostLines && lines.All(line => line <= limit)).ToArray();
            if (broken is null)
            {
                Assert.Empty(possible);
                return;
            }

            var lines = Lines(widths, gap, broken);
            Assert.All(lines, line => Assert.InRange(line, 0, limit));
            Assert.Equal(possible.Min(other => other.Length), lines.Length);
            Assert.All(possible.Where(other => other.Length == lines.Length), other => Assert.True(Unevenness(lines) <= Unevenness(other) + 1e-6));
        });

    [Theory]
    [InlineData(new double[] { 40, 40, 40, 10 }, new[] { 2, 2 })]
    [InlineData(new double[] { 30, 30, 30, 30, 5 }, new[] { 2, 3 })]
    [InlineData(new double[] { 20, 20, 20, 20, 20, 20, 5 }, new[] { 3, 4 })]
    public void A_short_word_is_not_left_alone_on_the_last_line(double[] widths, int[] expected) =>
        Assert.Equal(expected, LineBreaker.Break(widths, [.. widths.Select(_ => 5.0)], limit: 125, mostLines: 2));

    private static double Unevenness(double[] lines) => lines.Sum(line => line * line);

    private static double[] Lines(double[] widths, double gap, IReadOnlyList<int> counts)
    {
        var first = 0;
        return [.. counts.Select(count => widths[first..(first += count)].Sum() + (gap * (count - 1)))];
    }

    private static IEnumerable<IReadOnlyList<int>> Cuts(int count) => count == 0
        ? [[]]
        : Enumerable.Range(1, count).SelectMany(first => Cuts(count - first).Select(rest => (IReadOnlyList<int>)[first, .. rest]));

    private static IReadOnlyList<TimedWord> Narrate((string Text, int Length, int Gap, int End, bool Joined)[] words)
    {
        var now = TimeSpan.FromSeconds(0.2);
        var sentence = 0;
        List<TimedWord> narrated = [];
        foreach (var word in words)
        {
            var end = now + TimeSpan.FromMilliseconds(word.Length);
            narrated.Add(new TimedWord
            {
                Text = word.Text,
                Spoken = word.Length < 20 ? "" : word.Text,
                Start = now,
                End = end,
                Sentence = sentence,
                Joined = word.Joined && word.Text[0] > '\u0E00',
            });
            now = end + TimeSpan.FromMilliseconds(Math.Max(0, word.Gap));
            sentence += word.End == 0 ? 1 : 0;
        }

        return narrated;
    }
}
