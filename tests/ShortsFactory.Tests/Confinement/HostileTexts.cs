namespace ShortsFactory.Tests.Confinement;

/// <summary>Texts of which a few lines, or a megabyte, are meant to cost far more than they weigh.</summary>
internal static class HostileTexts
{
    private const int Megabyte = 1_000_000;

    private static readonly Dictionary<string, (string Text, string File)> Texts = new(StringComparer.Ordinal)
    {
        ["a word of a megabyte"] = (new string('a', Megabyte), "s.md"),
        ["a line of a megabyte"] = (Repeat("word ", Megabyte), "s.md"),
        ["a megabyte of empty lines"] = (Repeat("\n", Megabyte) + "Hello.", "s.md"),
        ["a megabyte of spaces"] = ("Hello" + new string(' ', Megabyte) + "there.", "s.md"),
        ["a megabyte of opening brackets"] = (new string('[', Megabyte), "s.md"),
        ["a megabyte of opening braces"] = (new string('{', Megabyte), "s.md"),
        ["a megabyte of quotes"] = (Repeat("> ", Megabyte) + "a", "s.md"),
        ["a megabyte of stars"] = (Repeat("*a", Megabyte), "s.md"),
        ["a megabyte of combining marks"] = ("e" + new string('\u0301', Megabyte / 2), "s.md"),
        ["a megabyte of one number"] = (new string('9', Megabyte), "s.md"),
        ["deep groups in the front matter"] = (Front("background: " + Repeat("{a: ", Megabyte)), "s.md"),
        ["deep groups that are closed"] = (Front("background: " + Repeat("{a: ", 400_000) + "x" + new string('}', 100_000)), "s.md"),
        ["deep lists in a group"] = (Front("watermark: {image: " + new string('[', 500_000) + new string(']', 500_000) + "}"), "s.md"),
        ["deep block lists"] = (Front("background:\n  a:\n    " + Repeat("- ", 200_000) + "x"), "s.md"),
        ["deep groups in quotes"] = (Front("background: '" + Repeat("{a: ", 400_000) + "x" + new string('}', 100_000) + "'"), "s.md"),
        ["deep overlay in quotes"] = (Front("hook: '" + Repeat("{a: ", 400_000) + "x" + new string('}', 100_000) + "'"), "s.md"),
        ["deep cover in quotes"] = (Front("cover: '" + Repeat("{a: ", 400_000) + "x" + new string('}', 100_000) + "'"), "s.md"),
        ["laughs in the front matter"] = (Front(Laughs("\n") + "\nbackground: {path: *i}"), "s.md"),
        ["laughs in quotes"] = (Front("background: '{a: " + Laughs(", ").Replace("'", "''", StringComparison.Ordinal) + ", ? *i : x}'"), "s.md"),
        ["laughs in an overlay"] = (Front("hook: '{a: " + Laughs(", ").Replace("'", "''", StringComparison.Ordinal) + ", ? *i : x}'"), "s.md"),
        ["a megabyte of spaces in an overlay"] = (Front("hook: '{" + new string(' ', Megabyte) + "a: b}'"), "s.md"),
        ["a megabyte of commas in an overlay"] = (Front("hook: '{a: b" + new string(',', Megabyte) + "}'"), "s.md"),
        ["a setting with a name of a megabyte"] = (Front(new string('k', Megabyte) + ": x"), "s.md"),
        ["a JSON setting with a name of a megabyte"] = ("{\"" + new string('k', Megabyte) + "\": 1}", "s.json"),
        ["a value of a megabyte in a group"] = (Front("music: {file: a.mp3, " + new string('k', 1000) + ": x}"), "s.md"),
        ["a template with a name of a megabyte"] = (Front("template: " + new string('k', Megabyte)), "s.md"),
        ["a language of a megabyte"] = (Front("language: " + Repeat("en-", Megabyte)), "s.md"),
        ["a format of a megabyte"] = (Front("format: " + new string('1', Megabyte)), "s.md"),
        ["a pause of a megabyte"] = ("Hi. [pause " + new string('9', Megabyte) + "ms]", "s.md"),
        ["a hundred thousand scenes"] = (Repeat("## scene\nbackground: color:#112233\n\nHello.\n\n", 4 * Megabyte), "s.md"),
        ["deep JSON"] = (Repeat("{\"text\":", Megabyte), "s.json"),
        ["deep JSON in a group"] = ("{\"background\": " + Repeat("{\"path\":", Megabyte), "s.json"),
        ["deep JSON lists"] = ("{\"scenes\": " + new string('[', Megabyte), "s.json"),
        ["a JSON text of a megabyte"] = ("{\"text\": \"" + new string('a', Megabyte) + "\"}", "s.json"),
        ["a JSON number of a megabyte"] = ("{\"rate\": " + new string('9', Megabyte) + ", \"text\": \"a\"}", "s.json"),
        ["NUL"] = ("Hello\0there.", "s.md"),
        ["NUL in JSON"] = ("{\"title\": \"a\\u0000b\", \"text\": \"Hello\\u0000there.\"}", "s.json"),
        ["NUL in YAML"] = (Front("title: \"a\\0b\"\nbackground: \"a\\0b\"\nwatermark: \"a\\0b\"\nhook: \"a\\0b\""), "s.md"),
        ["half a character"] = ("Hello \uD83D there.", "s.md"),
    };

    public static IEnumerable<string> Names => Texts.Keys;

    public static (string Text, string File) Of(string name) => Texts[name];

    private static string Front(string yaml) => $"---\ntitle: x\n{yaml}\n---\nHello there.";

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    /// <summary>Nine lists, each of nine times the one before it.</summary>
    private static string Laughs(string separator) =>
        string.Join(separator, "abcdefghi".Select((name, index) =>
            $"l{name}: &{name} [{string.Join(',', Enumerable.Repeat(index == 0 ? "ha" : $"*{"abcdefghi"[index - 1]}", 9))}]"));
}
