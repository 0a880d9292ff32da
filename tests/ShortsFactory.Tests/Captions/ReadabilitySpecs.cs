using ShortsFactory.Captions;
using ShortsFactory.Captions.Readability;
using ShortsFactory.Recognition;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed class ReadabilitySpecs
{
    private static readonly ReadabilityLimits Limits = new() { Shortest = TimeSpan.FromSeconds(0.25), Fastest = 20 };

    [Fact]
    public void Captions_of_a_calm_voice_are_not_warned_of()
    {
        Assert.Empty(Check(secondsPerLetter: 0.07));
    }

    [Fact]
    public void Captions_that_are_gone_too_soon_are_one_warning_with_the_worst_of_them()
    {
        var warning = Check(secondsPerLetter: 0.04)[0];

        Assert.Equal(
            "2 captions are on screen for less than 0.25 s; 'We' at 1.0 s for 0.08 s. "
            + "Lower the script's 'rate', or choose a template that shows more words at once.",
            warning);
    }

    [Fact]
    public void A_sentence_with_too_many_characters_a_second_is_a_warning()
    {
        var warnings = Check(secondsPerLetter: 0.04);

        Assert.Equal(
            "1 sentence has more than 20 characters a second to read; the one at 1.0 s has 28. "
            + "Lower the script's 'rate', or choose a template that shows more words at once.",
            warnings[1]);
    }

    [Fact]
    public void What_is_only_shown_may_be_as_brief_as_it_likes()
    {
        var words = new[] { Word("🐙", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1)) with { Spoken = "" } };

        Assert.Empty(ReadabilityCheck.Warnings([Group(0, words[0])], words, Limits));
    }

    private static string[] Check(double secondsPerLetter)
    {
        var now = TimeSpan.FromSeconds(1);
        var words = new List<TimedWord>();
        foreach (var text in (string[])["We", "extraordinarily", "like", "octopuses"])
        {
            var end = now + TimeSpan.FromSeconds(secondsPerLetter * Math.Max(text.Length, secondsPerLetter > 0.05 ? 4 : 0));
            words.Add(Word(text, now, end));
            now = end;
        }

        return [.. ReadabilityCheck.Warnings([.. words.Select((word, index) => Group(index, word))], words, Limits)];
    }

    private static TimedWord Word(string text, TimeSpan start, TimeSpan end) => new() { Text = text, Spoken = text, Start = start, End = end, Sentence = 0 };

    private static CaptionGroup Group(int index, TimedWord word) => new() { Start = word.Start, End = word.End, Lines = [[index]] };
}
