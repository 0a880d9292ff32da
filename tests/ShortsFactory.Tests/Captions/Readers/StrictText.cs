namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>A text that is read line by line by a reader who forgives nothing.</summary>
internal sealed class StrictText
{
    private readonly string[] _lines;
    private int _next;

    public StrictText(string text)
    {
        Assert.True(text.EndsWith('\n'), "The last line has no end.");
        Assert.DoesNotContain('\r', text);
        _lines = text[..^1].Split('\n');
    }

    public bool IsAtEnd => _next == _lines.Length;

    public string Line() => _next < _lines.Length ? _lines[_next++] : throw new InvalidDataException("The text ends too early.");

    public void Expect(string line) => Assert.Equal(line, Line());

    /// <summary>The lines up to the next empty one, at least one; the empty one is read too.</summary>
    public IReadOnlyList<string> Block()
    {
        List<string> lines = [];
        for (var line = Line(); line.Length > 0; line = Line())
        {
            lines.Add(line);
            if (IsAtEnd)
            {
                break;
            }
        }

        Assert.NotEmpty(lines);
        return lines;
    }
}
