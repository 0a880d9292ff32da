using ShortsFactory.Captions.Ass;

namespace ShortsFactory.Tests.Captions;

public sealed class CaptionTimingSpecs
{
    public static TheoryData<string, int> Transcripts => new(
        from template in (string[])["bold-pop", "clean"]
        from seed in Enumerable.Range(1, 25)
        select (template, seed));

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_word_is_in_one_group_and_groups_follow_each_other(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));

        Assert.Equal(Enumerable.Range(0, drawn.Words.Count), drawn.Groups.SelectMany(group => group.Words.Select(word => word.Word).Distinct()));
        Assert.All(drawn.Groups, group => Assert.True(group.Group.End > group.Group.Start));
        Assert.All(drawn.Groups.Zip(drawn.Groups.Skip(1)), pair => Assert.True(pair.First.Group.End <= pair.Second.Group.Start));
        Assert.All(drawn.Groups, group => Assert.Single(group.Words.Select(word => drawn.Words[word.Word].Sentence).Distinct()));
        Assert.All(drawn.Groups, group => Assert.True(
            group.Words.Select(word => word.Word).Distinct().Count(word => drawn.Words[word].Spoken.Length > 0) <= drawn.Template.Words));
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_word_is_shown_all_the_time_of_its_group_and_lit_once_from_its_first_sound(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));
        var events = drawn.Events.Where(line => line.Style is AssStyle.Text or AssStyle.Active or AssStyle.Spoken).ToList();

        foreach (var (group, word) in drawn.Groups.SelectMany(group => group.Words.Select(word => (group.Group, word.Word))))
        {
            // A word's events follow each other in the list, in the order of its states.
            var light = events.FindIndex(line => line.Style is AssStyle.Active);
            var count = light + (light + 1 < events.Count && events[light + 1].Style is AssStyle.Spoken ? 2 : 1);
            var states = events[..count];
            events.RemoveRange(0, count);

            Assert.Equal(group.Start, states[0].Start);
            Assert.Equal(group.End, states[^1].End);
            Assert.All(states.Zip(states.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.All(states, state => Assert.True(state.End > state.Start));
            var lit = Assert.Single(states, state => state.Style is AssStyle.Active);
            Assert.Equal(drawn.Words[word].Start, lit.Start);
            Assert.InRange(lit.End, drawn.Words[word].End, word == group.Last ? group.End : drawn.Words[word + 1].Start);
        }

        Assert.Empty(events);
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Words_with_all_that_surrounds_them_stay_inside_the_safe_zone(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));
        var (zone, margins) = (drawn.Template.SafeZone, drawn.Template.Margins);

        Assert.All(drawn.Groups, group =>
        {
            Assert.InRange(group.Ink.Left, zone.Left + margins.Left - 0.5, zone.Right);
            Assert.InRange(group.Ink.Right, zone.Left, zone.Right - margins.Right + 0.5);
            Assert.InRange(group.Ink.Top, zone.Top + margins.Top - 0.5, zone.Bottom);
            Assert.InRange(group.Ink.Bottom, zone.Top, zone.Bottom - margins.Bottom + 0.5);
        });
    }

    [Fact]
    public void A_short_silence_is_bridged_and_a_long_one_clears_the_screen()
    {
        var transcript = Narrated.Transcript("One two.", "Three.", "Four.");
        var words = transcript.Words.ToList();
        words[3] = words[3] with { Start = words[3].Start + TimeSpan.FromSeconds(2), End = words[3].End + TimeSpan.FromSeconds(2) };
        using var drawn = new Drawn(transcript with { Words = words }, Drawn.Templates.Load("bold-pop"));

        Assert.Equal(words[2].Start, drawn.Groups[0].Group.End);
        Assert.Equal(words[2].End + TimeSpan.FromSeconds(0.25), drawn.Groups[1].Group.End);
    }

    [Fact]
    public void Hundreds_of_words_at_the_same_moment_still_get_a_time_each()
    {
        var transcript = Narrated.Transcript([.. Enumerable.Repeat("all at once", 100)]);
        var words = transcript.Words.Select(word => word with { Start = TimeSpan.FromSeconds(1), End = TimeSpan.FromSeconds(1) });
        using var drawn = new Drawn(transcript with { Words = [.. words] }, Drawn.Templates.Load("clean"));

        Assert.Equal(300, drawn.Events.Count(line => line.Style is AssStyle.Active));
        Assert.All(drawn.Words.Zip(drawn.Words.Skip(1)), pair => Assert.True(pair.First.Start < pair.Second.Start && pair.First.End <= pair.Second.Start));
    }
}
