using System.Globalization;
using System.Text.RegularExpressions;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts.Formats;

namespace ShortsFactory.Scripts.Text;

/// <summary>Finds <c>[pause 400ms]</c> and <c>{shown|spoken}</c> in a paragraph, and leaves out marks of footnotes: <c>[^2]</c>, and <c>[2]</c> directly behind a word.</summary>
internal sealed partial class DirectiveReader
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly IReadOnlyList<StyledChar> _characters;
    private readonly Location _location;
    private readonly List<Segment> _segments = [];
    private readonly List<StyledChar> _text = [];
    private int _position;

    private DirectiveReader(IReadOnlyList<StyledChar> characters, Location location)
    {
        _characters = characters;
        _location = location;
    }

    public static IReadOnlyList<Segment> Read(IReadOnlyList<StyledChar> characters, Location location)
    {
        var reader = new DirectiveReader(characters, location);
        reader.ReadAll();
        return reader._segments;
    }

    private void ReadAll()
    {
        while (_position < _characters.Count)
        {
            if (Is('{', _position))
            {
                ReadPronunciation();
            }
            else if (Is('}', _position))
            {
                throw Error("A } stands here without its {. Write \\} to show it.");
            }
            else if (!Is('[', _position) || !(TryReadPause() || TryReadFootnoteMark()))
            {
                _text.Add(_characters[_position]);
                _position++;
            }
        }

        EndText();
    }

    private bool Is(char value, int position) => _characters[position] is { Literal: false } character && character.Value == value;

    private int Find(char value, int from)
    {
        var position = from;
        while (position < _characters.Count && !Is(value, position))
        {
            position++;
        }

        return position;
    }

    private string TextBetween(int from, int end) => string.Concat(_characters.Skip(from).Take(end - from).Select(character => character.Value));

    private InvalidInputException Error(string message) => _location.Error(_characters[_position].Line, message);

    private void EndText()
    {
        if (_text.Count > 0)
        {
            _segments.Add(new Segment { Line = _text[0].Line, Shown = [.. _text] });
            _text.Clear();
        }
    }

    private void ReadPronunciation()
    {
        var end = Find('}', _position + 1);
        if (end == _characters.Count)
        {
            throw Error("The { has no } in its paragraph. Close it as in {NASA|nassa}, or write \\{ to show it.");
        }

        if (Find('{', _position + 1) < end)
        {
            throw Error("A { stands inside another. Close the first one before it, or write \\{ to show it.");
        }

        var bar = Find('|', _position + 1);
        if (bar > end || Find('|', bar + 1) < end)
        {
            throw Error("Between { and } stand two texts and one bar: {shown|spoken}. Write \\{ to show a brace.");
        }

        var shown = _characters.Skip(_position + 1).Take(bar - _position - 1).ToArray();
        if (shown.All(character => char.IsWhiteSpace(character.Value)))
        {
            throw Error("Nothing is shown left of the bar, and what is said must be seen. Write {shown|spoken}.");
        }

        EndText();
        _segments.Add(new Segment { Line = _characters[_position].Line, Shown = shown, SpokenAs = TextBetween(bar + 1, end).Trim() });
        _position = end + 1;
    }

    private bool TryReadPause()
    {
        const int longestDirective = 40;
        var end = Find(']', _position);
        if (end == _characters.Count || end - _position > longestDirective)
        {
            return false;
        }

        var directive = TextBetween(_position, end + 1);
        if (Pause().Match(directive) is { Success: true } pause)
        {
            var amount = double.Parse(pause.Groups["amount"].Value, CultureInfo.InvariantCulture);
            var length = pause.Groups["unit"].Value.StartsWith('m') ? TimeSpan.FromMilliseconds(amount) : TimeSpan.FromSeconds(amount);
            if (length > LongestPause)
            {
                throw Error($"{directive} is longer than 30 s. Write a shorter pause.");
            }

            EndText();
            _segments.Add(new Segment { Line = _characters[_position].Line, Pause = length });
            _position = end + 1;
            return true;
        }

        if (PauseLike().Match(directive) is { Success: true } almost
            && (almost.Groups["unit"].Success || IsPause(almost))
            && Suggestion.Nearest(almost.Groups["word"].Value, ["pause"]) is not null)
        {
            throw Error($"{directive} is no pause. Write [pause 400ms] or [pause 1.5s], or \\[ to show the bracket.");
        }

        return false;
    }

    private bool TryReadFootnoteMark()
    {
        const int longestMark = 20;
        var end = Find(']', _position);
        if (end == _characters.Count || end - _position > longestMark || FootnoteMark().Match(TextBetween(_position, end + 1)) is not { Success: true } mark
            || (mark.Groups["number"].Success && (_text.Count == 0 || char.IsWhiteSpace(_text[^1].Value))))
        {
            return false;
        }

        _position = end + 1;
        return true;
    }

    private static bool IsPause(Match directive) => directive.Groups["word"].Value.Equals("pause", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\[\s*pause[\s:]+(?<amount>[0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?<unit>ms|s|sec)\s*\]$", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"^\[(?:\^[^\s\]]+|(?<number>[0-9]{1,3}))\]$")]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"^\[\s*(?<word>[a-z]+)\b[^\]]*?(?<unit>[0-9]\s*m?s\s*)?\]$", RegexOptions.IgnoreCase)]
    private static partial Regex PauseLike();
}
