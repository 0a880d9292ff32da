using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

public sealed class ScriptErrorSpecs
{
    [Theory]
    [InlineData("---\ntitle: a\nvioce: b\n---\nHi.", "s.md:3: 'vioce' is no setting. Did you mean 'voice'? The settings are title, voice, narration, template, background, language, rate, pitch, music, transition-sound, format, seed, cover, hook, progress, watermark, end-card.")]
    [InlineData("---\nauthor: b\n---\nHi.", "s.md:2: 'author' is no setting. The settings are title, voice, narration, template, background, language, rate, pitch, music, transition-sound, format, seed, cover, hook, progress, watermark, end-card.")]
    [InlineData("---\ntitle: a\n\ntitle: b\n---\nHi.", "s.md:4: 'title' is set a second time; the first is on line 2. Delete one of them.")]
    [InlineData("---\ntitle: [a, b]\n---\nHi.", "s.md:2: 'title' holds a list or a group. Write one value, such as 'title: value'.")]
    [InlineData("---\nrate: fast\n---\nHi.", "s.md:2: 'rate' is 'fast'. Write a whole number from 80 to 450, words a minute.")]
    [InlineData("---\npitch: 100\n---\nHi.", "s.md:2: 'pitch' is '100'. Write a whole number from 0 to 99, where 50 is the voice's own.")]
    [InlineData("---\nlanguage: in English\n---\nHi.", "s.md:2: 'language' is 'in English', which names no language. Did you mean 'en'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nvoice: a\nlanguage: xx\n---\nHi.", "s.md:3: 'language' is 'xx', which names no language. Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nlanguage: em\n---\nHi.", "s.md:2: 'language' is 'em', which names no language. Did you mean 'en'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nlanguage: ger\n---\nHi.", "s.md:2: 'language' is 'ger', which names no language. Did you mean 'de'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nlanguage: jp\n---\nHi.", "s.md:2: 'language' is 'jp', which names no language. Did you mean 'ja'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nlanguage: franch\n---\nHi.", "s.md:2: 'language' is 'franch', which names no language. Did you mean 'fr'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nlanguage: en_US\n---\nHi.", "s.md:2: 'language' is 'en_US', which names no language. Did you mean 'en-US'? Write a language tag, such as en, en-GB or de.")]
    [InlineData("---\nvoice: a\ntitle: Why: octopuses\n---\nHi.", "s.md:3: The front matter is no YAML: While scanning a plain scalar value, found invalid mapping. Write one 'name: value' on each line, and put a value that holds a colon or begins with a symbol in quotes.")]
    [InlineData("---\nvoice: a\ntitle: @me\n---\nHi.", "s.md:3: The front matter is no YAML: While scanning for the next token, found character that cannot start any token. Write one 'name: value' on each line, and put a value that holds a colon or begins with a symbol in quotes.")]
    [InlineData("---\nHello\n---\nHi.", "s.md:2: The front matter holds no settings. Write one on each line, such as 'title: My short'.")]
    [InlineData("---\ntitle: a\nHi.", "s.md:1: The front matter has no end. Write a line of three dashes (---) below its last setting.")]
    [InlineData("Hi. {NASA|nassa engineers.\n\nMore}.", "s.md:1: The { has no } in its paragraph. Close it as in {NASA|nassa}, or write \\{ to show it.")]
    [InlineData("Hi.\n\nOh {NASA} there.", "s.md:3: Between { and } stand two texts and one bar: {shown|spoken}. Write \\{ to show a brace.")]
    [InlineData("Hi.\nOh {a|b|c} there.", "s.md:2: Between { and } stand two texts and one bar: {shown|spoken}. Write \\{ to show a brace.")]
    [InlineData("Hi {a|b {c|d}.", "s.md:1: A { stands inside another. Close the first one before it, or write \\{ to show it.")]
    [InlineData("Hi {|um} there.", "s.md:1: Nothing is shown left of the bar, and what is said must be seen. Write {shown|spoken}.")]
    [InlineData("Hi } there.", "s.md:1: A } stands here without its {. Write \\} to show it.")]
    [InlineData("Hi.\n[pause 400]\n", "s.md:2: [pause 400] is no pause. Write [pause 400ms] or [pause 1.5s], or \\[ to show the bracket.")]
    [InlineData("Hi [puase 2s] there.", "s.md:1: [puase 2s] is no pause. Write [pause 400ms] or [pause 1.5s], or \\[ to show the bracket.")]
    [InlineData("Hi [pause] there.", "s.md:1: [pause] is no pause. Write [pause 400ms] or [pause 1.5s], or \\[ to show the bracket.")]
    [InlineData("Hi [pause 31s] there.", "s.md:1: [pause 31s] is longer than 30 s. Write a shorter pause.")]
    [InlineData("Hi [pause 20s]\n[pause 20s] there.", "s.md:2: The pauses here last 40 s together, and at most 30 s are allowed. Write shorter ones.")]
    [InlineData("\n[pause 2s]\n\nHi.", "s.md:2: A pause stands before the first sentence. Delete it, or write it behind a sentence.")]
    [InlineData("Hi.\n\n<!-- note\n\nto self", "s.md:3: The comment that begins here has no end. Write --> behind it.")]
    [InlineData("Hi.\n\n## Hook\n\nMore.", "s.md:3: Headings are neither said nor shown. Write '## scene' to begin a scene, delete the # marks to have the line said, or put it in a comment: <!-- like this -->.")]
    [InlineData("Hi.\n\n![octopus](o.jpg)\n", "s.md:3: Pictures do not stand in the text. Write a line '## scene' and below it 'background: picture.jpg'.")]
    [InlineData("Hi.\nThis is <b>bold</b>.", "s.md:2: HTML is not read. Write **word** for emphasis, delete the tag, or write \\< to show a <.")]
    [InlineData("Hi.\n\n<div>\nx\n</div>", "s.md:3: HTML is not read. Write **word** for emphasis, delete the tag, or write \\< to show a <.")]
    [InlineData("Hi.\n\n| a | b |\n|---|---|\n| 1 | 2 |", "s.md:3: Tables cannot be said. Write each row as a sentence, put the table in a comment: <!-- like this -->, or write \\| to show a bar.")]
    [InlineData("Hi.\n\na | b\n--|--\n1 | 2", "s.md:4: Tables cannot be said. Write each row as a sentence, put the table in a comment: <!-- like this -->, or write \\| to show a bar.")]
    [InlineData("Hi.\n\n## scene\n\n~~More.~~", "s.md:3: The scene says nothing. Write at least one sentence below it, or delete it.")]
    [InlineData("Hi.\n\n```\nx\n```", "s.md:3: Code blocks cannot be said. Delete the ``` lines, or put the block in a comment: <!-- like this -->.")]
    [InlineData("Hi.\n\n## scene\nbackgruond: a.jpg\n\nMore.", "s.md:4: 'backgruond' is no setting of a scene. Did you mean 'background'? Scenes have a background and a transition-sound; leave an empty line above text that begins so.")]
    [InlineData("Hi.\n\n## scene\nbackground: a\nbackground: b\n\nMore.", "s.md:5: The scene has a second background. Delete one of them, or begin another scene.")]
    [InlineData("Hi.\n\n## scene\n\n## scene\n\nMore.", "s.md:3: The scene says nothing. Write at least one sentence below it, or delete it.")]
    [InlineData("---\ntitle: a\n---\n\n", "s.md:4: The script says nothing. Write at least one sentence.")]
    [InlineData("# Only a title", "s.md:1: The script says nothing. Write at least one sentence.")]
    [InlineData("🐙 🐙!", "s.md:1: Nothing here can be said in English: words need Latin letters or digits. Write some, or set 'language' if this is another language.")]
    [InlineData("Hi\nabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrstabcdefghijklmnopqrsta", "s.md:2: 'abcdefghijklmnopqrst...' has 201 characters without a space, and captions show words of at most 200. Write spaces between words.")]
    [InlineData("Hi\0there", "s.md:1: The file holds binary data. Name the script, and save it as UTF-8 text.")]
    public void A_wrong_script_is_refused_with_its_line_and_the_way_out(string text, string message)
    {
        var error = Assert.Throws<InvalidInputException>(() => ScriptParser.Parse(text, "s.md"));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("{\n\"titel\": \"a\" }", "s.json:2: 'titel' is no setting. Did you mean 'title'? The settings are title, voice, narration, template, background, language, rate, pitch, music, transition-sound, format, seed, cover, hook, progress, watermark, end-card, text, scenes, $schema.")]
    [InlineData("{\n\"text\": \"a\",\n\"text\": \"b\" }", "s.json:3: 'text' is set a second time; the first is on line 2. Delete one of them.")]
    [InlineData("{\n\"text\": \"a\",\n\"scenes\": [] }", "s.json:3: The script has both 'text' and 'scenes'. Keep one of them.")]
    [InlineData("{\n\"title\": true }", "s.json:2: 'title' is neither text nor a number. Write it as \"title\": \"...\".")]
    [InlineData("{\n\"language\": \"xx\" }", "s.json:2: 'language' is 'xx', which names no language. Write a language tag, such as en, en-GB or de.")]
    [InlineData("{\n\"rate\": 1.5 }", "s.json:2: 'rate' is '1.5'. Write a whole number from 80 to 450, words a minute.")]
    [InlineData("{\n\"scenes\": { } }", "s.json:2: 'scenes' is a list: [{ \"background\": ..., \"text\": ... }].")]
    [InlineData("{\n\"scenes\": [\n\"a\"] }", "s.json:3: A scene is an object: { \"background\": ..., \"text\": ... }.")]
    [InlineData("{\n\"scenes\": [\n{ \"background\": \"a\" }] }", "s.json:3: The scene says nothing. Write at least one sentence below it, or delete it.")]
    [InlineData("{\n\"text\": \"a\\n\\n[pause 99s]\" }", "s.json:2: [pause 99s] is longer than 30 s. Write a shorter pause.")]
    [InlineData("[]", "s.json:1: A script is an object: { \"title\": ..., \"text\": ... }.")]
    [InlineData("{}", "s.json:1: The script says nothing. Write at least one sentence.")]
    [InlineData("{\n\"title\": \"a\"\n\"text\": \"b\" }", "s.json:3: This is no JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'. Check the quotes, commas and brackets here.")]
    [InlineData("{ \"text\": \"\\ud83d\" }", "s.json:1: This text holds half of a character (a lone surrogate). Write the character itself.")]
    public void Wrong_JSON_is_refused_with_its_line_and_the_way_out(string text, string message)
    {
        var error = Assert.Throws<InvalidInputException>(() => ScriptParser.Parse(text, "s.json"));

        Assert.Equal(message, error.Message);
    }
}
