namespace ShortsFactory.Tests;

public sealed class SuggestionSpecs
{
    [Theory]
    [InlineData("titel", " Did you mean 'title'?")]
    [InlineData("VOICES", " Did you mean 'voice'?")]
    [InlineData("bakground", " Did you mean 'background'?")]
    [InlineData("zebra", "")]
    [InlineData("", "")]
    public void The_nearest_word_is_suggested_if_it_is_near_enough(string word, string suggestion) =>
        Assert.Equal(suggestion, Suggestion.For(word, ["title", "voice", "template", "background"]));
}
