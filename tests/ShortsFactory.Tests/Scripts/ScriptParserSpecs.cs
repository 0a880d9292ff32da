using System.Text.RegularExpressions;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed partial class ScriptParserSpecs
{
    [Fact]
    public void A_script_with_everything_is_read_whole()
    {
        Golden.Matches(ScriptDump.Write(ScriptParser.Parse(
            """
            ---
            # yaml-language-server: $schema=script.schema.json
            title: "Octopuses: three hearts"
            voice: flite:slt
            template: bold-pop
            background: generated:aurora
            rate: 170
            pitch: 60
            ---
            # Not said, for the title is set

            Octopuses have three hearts and **nine brains**. 🐙
            [pause 400ms]
            <!-- not said,
            not shown -->
            That is _two_ more than **you
            and me** have! Wait [pause 1.5s] [pause: 500 ms] what?

            ## scene
            background: heart.jpg

            It costs $1,200 to keep one, say {NASA|nassa} engineers. 🐙
            ---
            > Dr. Who said "no." Then he left.

            - First, the arms
            - Then *the* hearts.
              Both of them.

            1. Alone

            ## Scene 2: the end
            Read [my page](https://example.com) or `C#` code, R&amp;B and \{braces\} \[pause 1s] 2 \* 3.\
            A new line — with **un**believable “quotes”
            """,
            "octopus.md")), "Everything");
    }

    [Fact]
    public void Sentences_end_where_people_see_the_end()
    {
        var script = ScriptParser.Parse(
            """
            Dr. Smith met J. R. R. Tolkien in Washington D.C. in 1950. He paid 3.5 million, e.g. in cash. Really?! "Yes." Then he
            left (at last!). "Stop!" he cried. Wait... no. Wait... No! Pets, e.g. Rex, sleep. It was 5 p.m. They slept. The U.S. Army
            came. He left the U.S. It was cold… and dark. "Why?" "Because." (It was.) Go to example.com. Now! We like cats, dogs, etc. They like
            us. octopuses are weird. they have 3 hearts. See No. 5. No. He said no. 5 left. Plan B. Then plan C. Apple Inc. makes phones.
            1. One. 2 is more. It is 6 ft. tall. Mr. and Mrs. Lee… St. John vs. Dr. No. Vitamin C. It helps! 🎉 🎉 Party on. 🎉
            He lives at Apt. 5. She lives on Baker St. It has 500 sq. ft. inside. She waved :) Then she left.
            """,
            "script.txt");

        Golden.Matches(string.Join('\n', script.Sentences.Select(sentence => sentence.Text)), "Sentences");
    }

    [Fact]
    public void Json_gives_the_same_script_as_Markdown()
    {
        var markdown = ScriptParser.Parse("---\ntitle: T\nvoice: flite:slt\nrate: 160\n---\nOne **two**.\n\n## scene\nbackground: a.jpg\n\nThree.", "a.md");
        var json = ScriptParser.Parse("""{ "title": "T", "voice": "flite:slt", "rate": 160, "scenes": [{ "text": "One **two**." }, { "background": "a.jpg", "text": "Three." }] }""", "a.json");

        Assert.Equal(WithoutLines(ScriptDump.Write(markdown)), WithoutLines(ScriptDump.Write(json)));
    }

    [Theory]
    [InlineData("{ \"text\": \"Hi there.\" }", "-")]
    [InlineData("\n {\"text\": \"Hi there.\"}", "script")]
    [InlineData("Hi there.", "-")]
    [InlineData("\uFEFFHi\u00A0there.\r\n", "script.txt")]
    [InlineData("Hi\tthere\u200B.", "script.MD")]
    [InlineData("    Hi there.", "script.txt")]
    public void The_format_is_told_from_the_name_or_the_text(string text, string path) =>
        Assert.Equal("Hi there.", Assert.Single(ScriptParser.Parse(text, path).Sentences).Text);

    [Fact]
    public void A_line_with_a_colon_is_text_where_there_is_no_front_matter() =>
        Assert.Equal("title: this is no setting.", Assert.Single(ScriptParser.Parse("title: this is no setting.", "a.md").Sentences).Text);

    [Theory]
    [InlineData("---\ntitle: From the settings\n---\n# Heading\n\nText.", "From the settings")]
    [InlineData("# The *first* heading\n\nText.", "The first heading")]
    [InlineData("Text.", "my-short")]
    public void The_title_comes_from_the_settings_or_the_heading_or_the_name(string text, string title) =>
        Assert.Equal(title, ScriptParser.Parse(text, "/somewhere/my-short.md").Title);

    [Fact]
    public void Shown_words_joined_are_the_text_without_markup()
    {
        const string shown = "Wow 🐙 — it's \"three hearts\" (really), $1,200 & more... NASA says so! A 2nd one: 👨‍👩‍👧 café — done.";

        var script = ScriptParser.Parse(shown.Replace("NASA", "{NASA|nassa}").Replace("three", "**three**").Replace("so!", "so! [pause 1s]"), "a.md");

        Assert.Equal(shown, string.Join(' ', script.Sentences.Select(sentence => sentence.Text)));
    }

    [Fact]
    public void A_pause_at_the_start_of_a_scene_follows_the_sentence_before()
    {
        var script = ScriptParser.Parse("One.\n\n## scene\n\n[pause 2s]\n\nTwo.", "a.md");

        Assert.Equal(TimeSpan.FromSeconds(2), script.Sentences.First().PauseAfter);
    }

    [Theory]
    [InlineData("background: a.jpg", "a.jpg")]
    [InlineData("Background:\"a b.jpg\"", "a b.jpg")]
    [InlineData("background:", null)]
    [InlineData("", null)]
    public void A_scene_names_its_background(string line, string? background) =>
        Assert.Equal(background, ScriptParser.Parse($"One.\n\n## Scene two\n{line}\nWarning: two.", "a.md").Scenes[1].Background);

    [Theory]
    [InlineData("It is ~~gone~~ here, ~50 left.", "It is here, ~50 left.")]
    [InlineData("Tea, ~~or coffee~~. Milk ~~or~~, water.", "Tea. Milk, water.")]
    [InlineData("Really ~~not *at*\nall~~! ~~No.~~ Yes.", "Really! Yes.")]
    [InlineData("The sky is blue.[^2] It is[^note] so.\n\n[^2]: A book, page 5.", "The sky is blue. It is so.")]
    [InlineData("The sky[1] is blue.[23]\n\n[^1]: https://example.com", "The sky is blue.")]
    [InlineData("- [ ] Buy milk.\n- [x] Drink it.", "Buy milk. Drink it.")]
    [InlineData("Item [4] and `a[1]`, \\[^2] and ~~~ too.", "Item [4] and a[1], [^2] and ~~~ too.")]
    [InlineData("A | b, {NASA|nassa} \\| c.", "A | b, NASA | c.")]
    public void Struck_text_and_footnotes_are_neither_shown_nor_said(string text, string shown) =>
        Assert.Equal(shown, string.Join(' ', ScriptParser.Parse(text, "a.md").Sentences.Select(sentence => sentence.Text)));

    [Theory]
    [InlineData("EN")]
    [InlineData("en-GB")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    [InlineData("cmn")]
    [InlineData("haw")]
    public void A_language_is_named_by_its_tag(string language) =>
        Assert.Equal(language, ScriptParser.Parse($"---\nlanguage: {language}\n---\nHi.", "a.md").Language);

    [Fact]
    public void Text_without_full_stops_is_cut_at_a_comma()
    {
        var script = ScriptParser.Parse(string.Concat(Enumerable.Repeat("one two three four five, ", 30)), "a.md");

        Assert.Equal("60 60 30", string.Join(' ', script.Sentences.Select(sentence => sentence.Words.Count)));
    }

    [Fact]
    public void Pictures_alone_join_the_sentence_beside_them()
    {
        var script = ScriptParser.Parse("🎉\n\nOne. Two.\n\n🐙 🐙", "a.md");

        Assert.Equal("🎉 One. | Two. 🐙 🐙", string.Join(" | ", script.Sentences.Select(sentence => sentence.Text)));
    }

    [Fact]
    public void The_length_is_foreseen_from_words_and_pauses()
    {
        var script = ScriptParser.Parse(string.Concat(Enumerable.Repeat("One two three, 4 five. ", 33)) + "[pause 10s]", "a.md");

        Assert.Equal(TimeSpan.FromSeconds(70), ScriptLength.Estimate(script));
    }

    private static string WithoutLines(string dump) => Line().Replace(dump, "line");

    [GeneratedRegex("line [0-9]+")]
    private static partial Regex Line();
}
