using ShortsFactory.Pronunciations;

namespace ShortsFactory.Tests.Pronunciations;

public sealed class PronouncerSpecs
{
    private static readonly VoicePronouncer Voices = new([new FlitePronouncer(), new EspeakPronouncer()]);

    [Fact]
    public void Flites_names_become_the_models() => Assert.Equal(
        ["Y EH Z EH R OW", "B AH T AH L"],
        new FlitePronouncer().Read("pau y eh z eh r ow pau b ax dx el pau \n", words: 2).Select(sounds => string.Join(' ', sounds)));

    [Fact]
    public void ESpeaks_mnemonics_become_the_models() => Assert.Equal(
        ["JH EH Z IH R R OW", "OW B R AY AH N"],
        new EspeakPronouncer().Read("dZ_E_z_'i@3_r_oU\noU_b_r_'aI@_n\n", words: 2).Select(sounds => string.Join(' ', sounds)));

    [Fact]
    public void What_cannot_be_told_is_empty_and_never_a_word_of_another()
    {
        Assert.Equal([0, 0], new FlitePronouncer().Read("pau hh ah pau ", words: 2).Select(sounds => sounds.Count));
        Assert.Equal([0, 0, 0], new EspeakPronouncer().Read("h_@\n", words: 3).Select(sounds => sounds.Count));
        Assert.Equal([2, 0], new EspeakPronouncer().Read("h_@\nq1_@\n", words: 2).Select(sounds => sounds.Count));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("flite:slt")]
    [InlineData("flite:kal16")]
    [InlineData("espeak-ng:en-us")]
    [InlineData("espeak-ng:en-gb+f3")]
    [InlineData("unheard:of")]
    [InlineData(null)]
    public async Task Real_voices_tell_how_they_say_names_and_brands(string? voice)
    {
        await using var run = new TestRun();

        var told = await Voices.AskAsync(voice, ["reykjavik", "jezero", "nvidia", "xqzzt", "o'brien"], run.Scope, TestContext.Current.CancellationToken);

        Assert.Equal(5, told.Count);
        Assert.All(told, sounds => Assert.InRange(sounds.Count, 4, 16));
        Assert.Equal("R", told[0][0]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_voice_that_is_not_there_tells_nothing_and_fails_nothing()
    {
        await using var run = new TestRun();

        var told = await Voices.AskAsync("flite:/nowhere", ["jezero"], run.Scope, TestContext.Current.CancellationToken);

        Assert.Single(told);
    }
}
