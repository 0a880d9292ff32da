using System.Text.RegularExpressions;

namespace ShortsFactory.Scripts.SpokenForms;

/// <summary>Says chapter and verse of the books of the Bible: "Psalm 91:11", "Luke 2:1-7".</summary>
internal static partial class VerseRule
{
    private static readonly HashSet<string> Books = new(
        """
        Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job Psalm Psalms Proverbs Ecclesiastes Isaiah Jeremiah Lamentations
        Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Philippians
        Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude Revelation
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static IReadOnlyList<string>? Say(WordsAt here) => Books.Contains(here[-1].Core) && Verse().Match(here.Core) is { Success: true } verse
        ? [string.Join(' ', verse.Groups["number"].Captures.Select(number => NumberWords.Cardinal(number.Value))) + (verse.Groups["to"] is { Success: true, Value: var to } ? " to " + NumberWords.Cardinal(to) : "")]
        : null;

    [GeneratedRegex("^(?<number>[1-9][0-9]{0,2}):(?<number>[1-9][0-9]{0,2})(?:-(?<to>[1-9][0-9]{0,2}))?$")]
    private static partial Regex Verse();
}
