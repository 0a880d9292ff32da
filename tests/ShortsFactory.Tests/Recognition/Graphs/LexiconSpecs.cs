using ShortsFactory.Models;
using ShortsFactory.Recognition;
using ShortsFactory.Recognition.Graphs;

namespace ShortsFactory.Tests.Recognition.Graphs;

public sealed class LexiconSpecs
{
    private static readonly InstalledModel Model = new ModelCatalog(RecognitionBench.Home).Get(RecognitionBench.ModelName);

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "nvidia" };

    [Fact]
    public void A_word_has_all_its_ways_and_others_are_passed_over()
    {
        using var lines = new StringReader("the DH AH\nthe DH IY\nthere DH EH R\na AH\n");

        var found = Lexicon.Read(lines, new HashSet<string>(StringComparer.Ordinal) { "the", "a", "xqzzt" });

        Assert.Equal(["a", "the"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["DH AH", "DH IY"], found["the"].Select(way => string.Join(' ', way)));
    }

    [Fact]
    public async Task The_voice_is_asked_for_names_and_for_words_that_the_model_lacks()
    {
        var asked = new List<string>();
        var pronunciations = await ScriptPronunciations.FindAsync(
            Model, new HashSet<string>(StringComparer.Ordinal) { "hello", "nvidia", "jezero", "xqzzt" }, Names, words =>
            {
                asked.AddRange(words);
                return Task.FromResult<IReadOnlyList<IReadOnlyList<string>>>([["JH", "EH", "Z", "ER", "OW"], ["EH", "N", "V", "IY"], ["no", "sounds"]]);
            });

        Assert.Equal(["jezero", "nvidia", "xqzzt"], asked);
        Assert.Equal(["jezero JH EH Z ER OW"], pronunciations!.ToldFor([Word("hello"), Word("jezero")]));
        Assert.Equal(5, pronunciations.Of([Word("hello"), Word("jezero")])![1][0].Length);
        Assert.Equal([4, 6, 7], pronunciations.Of([Word("nvidia")])![0].Select(way => way.Length).Order());
        Assert.Null(pronunciations.Of([Word("hello"), Word("xqzzt")]));
    }

    [Fact]
    public async Task A_model_that_brings_no_sounds_has_no_graphs() =>
        Assert.Null(await ScriptPronunciations.FindAsync(
            Model with { Files = [] }, Names, Names, _ => throw new InvalidOperationException("Nobody is asked.")));

    private static SpokenWord Word(string text) => new(0, text, PausesAfter: false);
}
