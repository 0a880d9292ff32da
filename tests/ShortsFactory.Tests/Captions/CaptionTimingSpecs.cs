using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Captions.Ass;
using ShortsFactory.Templates;

namespace ShortsFactory.Tests.Captions;

public sealed partial class CaptionTimingSpecs
{
    public static TheoryData<string, int> Transcripts => new(
        from template in Drawn.TemplateNames
        from seed in Enumerable.Range(1, 12)
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
        Assert.All(drawn.Groups, group =>
        {
            // A word that would only flash up may be one more than the template says.
            var spoken = group.Words.Select(word => drawn.Words[word.Word]).Distinct().Where(word => word.Spoken.Length > 0).ToArray();
            var flashes = spoken.Any(word => word.End - word.Start < drawn.Template.Readability.Shortest);
            Assert.InRange(spoken.Length, 0, drawn.Template.Words + (flashes ? 1 : 0));
        });
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_word_is_shown_without_gap_until_its_group_goes_and_lit_exactly_while_it_is_spoken(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));
        var events = new Queue<AssEvent>(drawn.Events.Where(IsLetters));

        foreach (var (group, word) in drawn.Groups.SelectMany(group => group.Words.Select(word => (group.Group, word.Word))))
        {
            // A word's events follow each other in the list, in the order of its states.
            List<AssEvent> states = [events.Dequeue()];
            while (states[^1].End < group.End)
            {
                states.Add(events.Dequeue());
            }

            Assert.All(states, state => Assert.Equal(word, state.Word));
            // What is not spoken comes with the word before it; once that is typed, where letters come one by one.
            var spoken = Enumerable.Range(group.First, word - group.First + 1).LastOrDefault(index => drawn.Words[index].Spoken.Length > 0, defaultValue: group.First);
            var (earliest, latest) = drawn.Template.Reveal switch
            {
                Reveal.Group => (group.Start, group.Start),
                Reveal.Letter when spoken < word => (drawn.Words[spoken].Start, drawn.Words[word].Start),
                _ => (drawn.Words[spoken].Start, drawn.Words[spoken].Start),
            };
            Assert.InRange(states[0].Start, earliest, latest);
            Assert.Equal(group.End, states[^1].End);
            Assert.All(states.Zip(states.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.All(states, state => Assert.True(state.End > state.Start));
            Assert.Equal(states.Select(state => state.Style).Order(), states.Select(state => state.Style));
            var lit = states.Where(state => state.Style is AssStyle.Active).ToArray();
            Assert.Equal(drawn.Words[word].Start, lit[0].Start);
            Assert.InRange(lit[^1].End, drawn.Words[word].End, word == group.Last ? group.End : drawn.Words[word + 1].Start);
        }

        Assert.Empty(events);
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void What_belongs_to_a_word_is_there_only_while_the_word_is_and_marks_only_while_it_is_lit(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));
        var shown = drawn.Events.Where(IsLetters).ToLookup(line => line.Word);

        Assert.All(drawn.Events.Where(line => line.Word is not null && !IsLetters(line)), line =>
        {
            var letters = shown[line.Word].Where(state => line.Style is not AssStyle.Mark || state.Style is AssStyle.Active).ToArray();
            Assert.InRange(line.Start, letters.Min(state => state.Start), line.End);
            Assert.InRange(line.End, line.Start, letters.Max(state => state.End));
        });
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Nothing_flickers_where_one_group_takes_the_place_of_another(string template, int seed)
    {
        using var drawn = new Drawn(Narrated.Random(seed), Drawn.Templates.Load(template));

        foreach (var (first, second) in drawn.Groups.Zip(drawn.Groups.Skip(1)).Where(pair => pair.First.Group.End == pair.Second.Group.Start))
        {
            var moment = first.Group.End;
            Assert.All(drawn.Events.Where(line => line.End == moment), line => Assert.Equal(0, TransparencyAt(line, atEnd: true)));
            Assert.All(drawn.Events.Where(line => line.Start == moment), line => Assert.InRange(TransparencyAt(line, atEnd: false), 0, 128));
        }
    }

    [Fact]
    public void A_sweep_runs_through_a_word_exactly_while_it_is_spoken()
    {
        using var drawn = new Drawn(Narrated.Octopus, Drawn.Templates.Load("karaoke"));

        Assert.All(drawn.Events.Where(line => line.Style is AssStyle.Active), line =>
            Assert.Contains($@"\kf{(line.End - line.Start).TotalMilliseconds / 10:0}}}", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_are_typed_one_after_the_other_while_the_word_is_spoken()
    {
        using var drawn = new Drawn(Narrated.Transcript("Octopus"), Drawn.Templates.Load("typewriter"));

        var typed = Assert.Single(drawn.Events, line => line.Style is AssStyle.Active);
        var times = TypedPattern().Matches(typed.Text).Select(match => int.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal("Octopus".Length - 1, times.Length);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[^1], 1, (typed.End - typed.Start).TotalMilliseconds);
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Words_with_all_that_surrounds_them_stay_inside_the_safe_zone_of_every_platform(string template, int seed)
    {
        string[] platforms = ["universal", "youtube", "reels", "tiktok"];
        var templates = new TemplateCatalog(Home.Find().Templates, platform: platforms[seed % platforms.Length]);
        using var drawn = new Drawn(Narrated.Random(seed), templates.Load(template));
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
    public void A_word_that_would_only_flash_up_joins_its_neighbour_even_where_words_come_one_by_one()
    {
        var transcript = Narrated.Transcript("Open a jar");
        var words = transcript.Words.ToList();
        words[1] = words[1] with { End = words[1].Start + TimeSpan.FromMilliseconds(40) };
        words[2] = words[2] with { Start = words[1].End };
        using var drawn = new Drawn(transcript with { Words = words }, Drawn.Templates.Load("one-word"));

        Assert.Equal(["OPEN", "A JAR"], drawn.Shown, StringComparer.Ordinal);
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

    private static bool IsLetters(AssEvent line) => line.Style is AssStyle.Text or AssStyle.Active or AssStyle.Spoken && line.Layer != AssLayer.Gradient;

    private static int TransparencyAt(AssEvent line, bool atEnd) => FadePattern().Match(line.Text) is { Success: true } fade
        ? int.Parse(fade.Groups[atEnd ? "last" : "first"].Value, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(@"\\fade\((?<first>\d+),\d+,(?<last>\d+),", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FadePattern();

    [GeneratedRegex(@"\\alpha&HFF&\\t\((?<time>\d+),", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TypedPattern();
}
