using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Tests.Captions;

public sealed class CaptionLayoutSpecs
{
    [Theory]
    [InlineData("Well, I think so.", "WELL / I THINK | SO")]
    [InlineData("It has 280 million neurons.", "IT HAS / 280 | MILLION / NEURONS")]
    [InlineData("We like to crawl 🐙", "WE LIKE / TO | CRAWL 🐙")]
    [InlineData("Made in the U.S. in 1.5 s... wow!", "MADE | IN THE / U.S. IN / 1.5 S... | WOW!")]
    public void Groups_break_where_a_reader_would(string sentence, string expected)
    {
        using var drawn = new Drawn(Narrated.Transcript(sentence), Drawn.Templates.Load("bold-pop"));

        Assert.Equal(expected, string.Join(" / ", drawn.Shown));
    }

    [Theory]
    [InlineData(new double[] { 30, 30, 30 }, new[] { 3 })]
    [InlineData(new double[] { 50, 20, 20, 50 }, new[] { 2, 2 })]
    [InlineData(new double[] { 90, 10, 10, 10 }, new[] { 1, 3 })]
    [InlineData(new double[] { 60, 60, 60 }, null)]
    [InlineData(new double[] { 101 }, null)]
    public void Lines_are_as_few_and_as_even_as_possible(double[] widths, int[]? expected)
    {
        Assert.Equal(expected, LineBreaker.Break(widths, [.. widths.Select(_ => 5.0)], limit: 100, mostLines: 2));
    }

    [Fact]
    public void A_word_wider_than_a_line_shrinks_and_one_far_wider_is_cut_into_even_pieces()
    {
        using var drawn = new Drawn(
            Narrated.Transcript("Nobody understands incomprehensibilities and so Donaudampfschifffahrtsgesellschaftskapitän"),
            Drawn.Templates.Load("bold-pop"));

        Assert.Contains("NOBODY | UNDERSTANDS", drawn.Shown, StringComparer.Ordinal);
        Assert.Contains("INCOMPRE- | HENSIBILITIES", drawn.Shown, StringComparer.Ordinal);
        Assert.All(drawn.Groups, group => Assert.InRange(group.Ink.Width, 1, drawn.Template.LineWidth + 1));
    }

    [Theory]
    [InlineData("www.octo.com/hearts", "WWW.OCTO. | COM/HEARTS")]
    [InlineData("Otorhinolaryngologists", "OTORHINOLA- | RYNGOLOGISTS")]
    public void A_cut_is_where_a_reader_would_make_it_and_an_address_gets_no_hyphen(string word, string expected)
    {
        using var drawn = new Drawn(Narrated.Transcript(word), Drawn.Templates.Load("bold-pop"));

        Assert.Equal(expected, Assert.Single(drawn.Shown));
    }

    [Fact]
    public void An_emoji_stays_in_the_line_of_the_word_that_it_follows()
    {
        using var drawn = new Drawn(Narrated.Transcript("They are blue 🇩🇪 or green now"), Drawn.Templates.Load("clean"));

        Assert.Equal("They are blue 🇩🇪 | or green now", Assert.Single(drawn.Shown));
    }

    [Fact]
    public void Words_of_a_right_to_left_line_run_from_right_to_left()
    {
        using var drawn = new Drawn(Narrated.Transcript("שלום לך"), Drawn.Templates.Load("clean"));

        var line = Assert.Single(Assert.Single(drawn.Groups).Lines);
        Assert.True(line[0].X > line[1].X);
    }
}
