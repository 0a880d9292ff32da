using System.Globalization;
using System.Text;
using ShortsFactory.Scripts.Formats;

namespace ShortsFactory.Scripts.Text;

/// <summary>Cuts a paragraph's segments into tokens at white space; what touches <c>{shown|spoken}</c> joins its token.</summary>
internal sealed class Tokenizer(Location location, string language)
{
    private const int LongestWord = 200;
    private readonly List<Token> _tokens = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _spoken = new();
    private readonly List<bool> _emphasis = [];
    private bool _hasSpoken;
    private int _line;

    /// <summary>The tokens of text and pronunciations; pauses must not be among <paramref name="segments"/>.</summary>
    public static IReadOnlyList<Token> Read(IEnumerable<Segment> segments, Location location, string language)
    {
        var tokenizer = new Tokenizer(location, language);
        foreach (var segment in segments)
        {
            tokenizer.Append(segment);
        }

        tokenizer.End();
        return tokenizer._tokens;
    }

    private void Append(Segment segment)
    {
        var spoken = segment.SpokenAs is { } text ? new Queue<string>(Distribute(text, CountWords(segment))) : null;
        var begins = true;
        foreach (var character in segment.Shown)
        {
            if (IsSpace(character.Value))
            {
                End();
                begins = true;
                continue;
            }

            if (IsInvisible(character.Value))
            {
                continue;
            }

            if (begins && spoken is not null)
            {
                _spoken.Append(spoken.Dequeue());
                _hasSpoken = true;
            }
            else if (spoken is null)
            {
                _spoken.Append(character.Value);
            }

            begins = false;
            _line = _text.Length == 0 ? character.Line : _line;
            _text.Append(character.Value);
            _emphasis.Add(character.Emphasis && char.IsLetterOrDigit(character.Value));
        }
    }

    private void End()
    {
        if (_text.Length > 0)
        {
            var text = _text.ToString();
            IReadOnlyList<Token> parts = _hasSpoken ? [new Token { Text = text, SpokenAs = _spoken.ToString() }] : WordSplitter.Split(text, language);
            RefuseLong(parts);
            var begin = 0;
            foreach (var part in parts)
            {
                var end = begin + part.Text.Length;
                _tokens.Add(part with { Emphasis = _emphasis[begin..end].Contains(true), Line = _line });
                begin = end;
            }
        }

        _text.Clear();
        _spoken.Clear();
        _emphasis.Clear();
        _hasSpoken = false;
    }

    private void RefuseLong(IReadOnlyList<Token> parts)
    {
        var longest = parts.SelectMany(part => (part.SpokenAs ?? "").Split(' ').Append(part.Text)).MaxBy(word => word.Length)!;
        if (longest.Length > LongestWord)
        {
            throw location.Error(_line, $"'{longest[..20]}...' has {longest.Length} characters without a space, and captions show words of at most {LongestWord}. Write spaces between words.");
        }
    }

    private static int CountWords(Segment segment) =>
        string.Concat(segment.Shown.Where(character => !IsInvisible(character.Value)).Select(character => IsSpace(character.Value) ? ' ' : character.Value))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Spreads the spoken words evenly over the shown ones, in order.</summary>
    private static IEnumerable<string> Distribute(string spoken, int shown)
    {
        var words = spoken.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, shown).Select(index => string.Join(' ', words[(index * words.Length / shown)..((index + 1) * words.Length / shown)]));
    }

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    /// <summary>Format characters that stray into pasted text; the joiners stay, for pictures and scripts need them.</summary>
    private static bool IsInvisible(char character) =>
        character is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
