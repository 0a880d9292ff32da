using ShortsFactory.Pipeline;
using ShortsFactory.Speech;
using ShortsFactory.Speech.Engines;

namespace ShortsFactory.Tests.Speech;

public sealed class VoiceCatalogSpecs
{
    private readonly VoiceCatalog _catalog = new([new FliteEngine(), new EspeakEngine()]);

    [Fact(Timeout = 120_000)]
    public async Task The_list_holds_the_voices_of_both_engines()
    {
        await using var run = new TestRun();

        var ids = (await _catalog.ListAsync(run.Scope, TestContext.Current.CancellationToken)).Select(voice => voice.Id).ToArray();

        Assert.Equal(["flite:slt", "flite:rms", "flite:awb", "flite:kal16"], ids.Where(id => id.StartsWith("flite:", StringComparison.Ordinal)));
        Assert.All(["espeak-ng:en-us", "espeak-ng:de", "espeak-ng:+f3"], id => Assert.Contains(id, ids));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("flite:slt")]
    [InlineData("espeak-ng:en-us")]
    [InlineData("espeak-ng:en-us+f3")]
    [InlineData("espeak-ng:de+Annie")]
    public async Task An_installed_voice_is_chosen(string id)
    {
        await using var run = new TestRun();

        var choice = await _catalog.ChooseAsync(id, run.Scope, TestContext.Current.CancellationToken);

        Assert.Equal(id, choice.Id);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("slt", "The voice 'slt' does not name its engine.", "flite:slt")]
    [InlineData("flit:slt", "There is no speech engine 'flit'. Did you mean 'flite'?", "flite and espeak-ng")]
    [InlineData("flite:slr", "The engine flite has no voice 'slr'. Did you mean 'slt'?", "shorts voices")]
    [InlineData("flite:awb_time", "The engine flite has no voice 'awb_time'.", "shorts voices")]
    [InlineData("espeak-ng:en-us+nobody", "The engine espeak-ng has no voice 'en-us+nobody'.", "shorts voices")]
    public async Task An_unknown_voice_is_bad_input_that_says_what_there_is(string id, string message, string advice)
    {
        await using var run = new TestRun();

        var error = await Assert.ThrowsAsync<InvalidInputException>(
            () => _catalog.ChooseAsync(id, run.Scope, TestContext.Current.CancellationToken));

        Assert.Equal(message, error.Message);
        Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
    }
}
