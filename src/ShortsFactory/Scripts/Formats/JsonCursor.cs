using System.Text.Json;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Walks through a JSON script and knows on which line it stands, which <see cref="JsonDocument"/> does not.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json, Location file)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    /// <summary>The line of the current token, from 1.</summary>
    public readonly int Line => 1 + _json[..(int)_reader.TokenStartIndex].Count((byte)'\n');

    /// <summary>The place of the current token; a string stands on one line of the file, whatever line breaks it describes.</summary>
    public readonly Location Here => file with { FirstLine = Line };

    public void Expect(JsonTokenType type, string otherwise)
    {
        _reader.Read();
        ExpectCurrent(type, otherwise);
    }

    public readonly void ExpectCurrent(JsonTokenType type, string otherwise)
    {
        if (_reader.TokenType != type)
        {
            throw file.Error(Line, otherwise);
        }
    }

    /// <summary>Reads on past white space; anything else is an error of the reader.</summary>
    public void ExpectEnd() => _reader.Read();

    /// <summary>The next property's name, or <see langword="null"/> at the end of the object; it must be known, and new to <paramref name="seen"/>.</summary>
    public string? NextName(IReadOnlyList<string> known, Dictionary<string, int> seen)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = ReadString();
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            throw file.Error(Line, FieldErrors.Unknown(name, known));
        }

        return seen.TryAdd(name, Line) ? name : throw file.Error(Line, FieldErrors.Twice(name, seen[name]));
    }

    /// <summary>Whether another element of the array follows, and is now the current token.</summary>
    public bool NextElement()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The next value as text: a string or a number; nothing for null.</summary>
    public string ReadText(string name)
    {
        _reader.Read();
        return _reader.TokenType switch
        {
            JsonTokenType.String => ReadString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan),
            JsonTokenType.Null => "",
            _ => throw file.Error(Line, $"'{name}' is neither text nor a number. Write it as \"{name}\": \"...\"."),
        };
    }

    /// <summary>The next value as <see cref="ReadText"/> has it, or each of its values by name if it is an object; switches are text too.</summary>
    public IReadOnlyList<(string? Name, string Text, int Line)> ReadTextOrGroup(string name, IReadOnlyList<string> known)
    {
        var start = _reader;
        start.Read();
        if (start.TokenType != JsonTokenType.StartObject)
        {
            return [(null, ReadText(name), Line)];
        }

        _reader.Read();
        List<(string?, string, int)> values = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var part = ReadString();
            if (!known.Contains(part, StringComparer.Ordinal))
            {
                throw file.Error(Line, FieldErrors.UnknownIn(name, part, known));
            }

            if (!seen.TryAdd(part, Line))
            {
                throw file.Error(Line, FieldErrors.Twice(part, seen[part]));
            }

            var next = _reader;
            next.Read();
            var isSwitch = next.TokenType is JsonTokenType.True or JsonTokenType.False;
            values.Add((part, isSwitch ? next.TokenType.ToString() : ReadText(part), Line));
            if (isSwitch)
            {
                _reader.Read();
            }
        }

        return seen.ContainsKey(SoundFields.File) ? values : throw file.Error(Line, FieldErrors.WithoutFile(name));
    }

    /// <summary>The next value as text; an object as it is written, in its braces, and a switch as its name.</summary>
    public string ReadTextOrBraces(string name)
    {
        var next = _reader;
        next.Read();
        if (next.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            _reader.Read();
            return next.TokenType is JsonTokenType.True ? "on" : "off";
        }

        if (next.TokenType is not JsonTokenType.StartObject)
        {
            return ReadText(name);
        }

        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return System.Text.Encoding.UTF8.GetString(_json[start..(int)_reader.BytesConsumed]);
    }

    private readonly string ReadString()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new Pipeline.InvalidInputException("This text holds half of a character (a lone surrogate). Write the character itself.", file.Path, Line, exception);
        }
    }
}
