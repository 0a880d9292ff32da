using System.Globalization;
using System.Text;
using ShortsFactory.Scripts.Formats;

namespace ShortsFactory.Scripts.Text;

/// <summary>Cuts a paragraph's segments into tokens at white space; what touches <c>{shown|spoken}</c> joins its token.</summary>
internal sealed class Tokenizer(Location location)
{
    private const int LongestWord = 200;
    private readonly List<Token> _tokens = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _spoken = new();
    private bool _hasSpoken;
    private bool _emphasis;
    private int _line;

    /// <summary>The tokens of text and pronunciations; pauses must not be among <paramref name="segments"/>.</summary>
    public static IReadOnlyList<Token> Read(IEnumerable<Segment> segments, Location location)
    {
        var tokenizer = new Tokenizer(location);
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
            _emphasis |= character.Emphasis && char.IsLetterOrDigit(character.Value);
        }
    }

    private void End()
    {
        if (_text.Length > 0)
        {
            var text = _text.ToString();
            var longest = _spoken.ToString().Split(' ').Append(text).Max(word => word.Length);
            if (longest > LongestWord)
            {
                throw location.Error(_line, $"'{text[..Math.Min(20, text.Length)]}...' has {longest} characters without a space, and captions show words of at most {LongestWord}. Write spaces between words.");
            }

            IReadOnlyList<string> parts = _hasSpoken ? [text] : WordSplitter.Split(text);
            var spokenAs = _hasSpoken ? _spoken.ToString() : null;
            _tokens.AddRange(parts.Select(part => new Token { Text = part, SpokenAs = spokenAs, Emphasis = _emphasis, Line = _line }));
        }

        _text.Clear();
        _spoken.Clear();
        _hasSpoken = false;
        _emphasis = false;
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
