using System.ComponentModel.DataAnnotations;
using ShortsFactory.Audio;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Audio;

public sealed class TrackLayoutSpecs
{
    [Fact]
    public void Pauses_follow_sentences_paragraphs_scenes_and_the_script()
    {
        var script = Script(
            [Sentence(0), Sentence(1, endsParagraph: true), Sentence(2)],
            [Sentence(3, pauseAfter: TimeSpan.FromSeconds(1)), Sentence(4)]);
        var layout = TrackLayout.Create(script, [4_800, 4_800, 4_801, 4_800, 4_800], new AudioOptions());

        Assert.Equal(
            [
                new SentenceSpan(0, 9_600, 14_400),
                new SentenceSpan(1, 24_000, 28_800),
                new SentenceSpan(2, 52_800, 57_603),
                new SentenceSpan(3, 81_600, 86_400),
                new SentenceSpan(4, 134_400, 139_200),
            ],
            layout.Spans);
        Assert.Equal(139_200 + 33_600, layout.Length);
    }

    [Fact]
    public void A_longer_pause_at_the_end_replaces_the_lead_out()
    {
        var script = Script([Sentence(0, pauseAfter: TimeSpan.FromSeconds(2))]);
        Assert.Equal(9_600 + 4_800 + 96_000, TrackLayout.Create(script, [4_800], new AudioOptions()).Length);
    }

    [Fact]
    public void An_end_card_makes_the_track_longer_by_its_own_length()
    {
        var script = Script([Sentence(0)]);
        var without = TrackLayout.Create(script, [4_800], new AudioOptions());
        var with = TrackLayout.Create(script with { Outro = TimeSpan.FromSeconds(3) }, [4_800], new AudioOptions());

        Assert.Equal(without.Length + 144_000, with.Length);
        Assert.Equal(without.Spans, with.Spans);
    }

    [Fact]
    public void Every_place_is_whole_at_16_kilohertz_too()
    {
        var random = new Random(5);
        var script = Script([.. Enumerable.Range(0, 200).Select(index => Sentence(index, pauseAfter: TimeSpan.FromTicks(random.Next(9_000_000))))]);
        var lengths = Enumerable.Range(0, 200).Select(_ => random.Next(1, 300_000)).ToList();
        var layout = TrackLayout.Create(script, lengths, new AudioOptions { LeadIn = TimeSpan.FromTicks(1_234_567) });

        Assert.Equal(0, layout.Length % 3);
        var end = 0L;
        foreach (var span in layout.Spans)
        {
            Assert.Equal(0, span.StartSample % 4_800);
            Assert.Equal((0, 0), (span.StartSample % 3, span.EndSample % 3));
            Assert.InRange(span.EndSample - span.StartSample, lengths[span.Sentence], lengths[span.Sentence] + 2);
            Assert.True(span.StartSample >= end);
            end = span.EndSample;
        }
    }

    [Fact]
    public void Default_options_are_valid() => Assert.Empty(Problems(new AudioOptions()));

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        var problems = Problems(new AudioOptions
        {
            TargetLufs = -40,
            TruePeakCeilingDbtp = 0,
            LeadIn = TimeSpan.FromMilliseconds(59),
            SentencePause = TimeSpan.FromSeconds(-1),
            MarginAfter = TimeSpan.FromSeconds(2),
        });
        Assert.Equal(["LeadIn", "MarginAfter", "SentencePause", "TargetLufs", "TruePeakCeilingDbtp"], problems);
    }

    internal static Script Script(params Sentence[][] scenes) =>
        new() { Title = "Test", Scenes = [.. scenes.Select(sentences => new Scene { Sentences = sentences })] };

    internal static Sentence Sentence(int index, bool endsParagraph = false, TimeSpan? pauseAfter = null) => new()
    {
        Index = index,
        Line = index + 1,
        Words = [new DisplayWord { Text = $"Word{index}.", Spoken = $"word {index}." }],
        EndsParagraph = endsParagraph,
        PauseAfter = pauseAfter,
    };

    private static List<string> Problems(AudioOptions options)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.SelectMany(result => result.MemberNames).Order(StringComparer.Ordinal)];
    }
}
