using ShortsFactory.Captions.Layout;

namespace ShortsFactory.Tests.Captions;

public sealed class WordTextSpecs
{
    [Theory]
    [InlineData("heart,", "HEART")]
    [InlineData("heart.", "HEART")]
    [InlineData("lost.\"", "LOST\"")]
    [InlineData("lost.”", "LOST”")]
    [InlineData("(really,)", "(REALLY)")]
    [InlineData("(really).", "(REALLY)")]
    [InlineData("really?\"", "REALLY?\"")]
    [InlineData("wait...", "WAIT...")]
    [InlineData("wait...\"", "WAIT...\"")]
    [InlineData("U.S.", "U.S.")]
    [InlineData("dogs'", "DOGS'")]
    [InlineData(".", ".")]
    public void Marks_at_the_end_of_a_word_are_left_out_also_inside_quotes(string word, string shown) =>
        Assert.Equal(shown, WordText.Show(word, Drawn.Templates.Load("bold-pop")));
}
