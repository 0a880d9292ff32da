using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ShortsFactory.Pipeline;
using ShortsFactory.Scripts.Text;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Reads a paragraph's inline markup: what is emphasised, what is literal, and where hard line breaks are.</summary>
internal sealed class InlineReader
{
    private readonly Location _location;
    private readonly List<List<StyledChar>> _lines = [[]];
    private int _line;

    private InlineReader(LeafBlock block, Location location)
    {
        _location = location;
        _line = block.Line;
    }

    /// <summary>The paragraph's characters, cut at hard line breaks; soft ones are spaces.</summary>
    public static List<List<StyledChar>> Read(LeafBlock block, Location location)
    {
        var reader = new InlineReader(block, location);
        reader.Append(block.Inline, emphasis: false);
        return reader._lines;
    }

    public static InvalidInputException HtmlError(Location location, int line) =>
        location.Error(line, "HTML is not read. Write **word** for emphasis, delete the tag, or write \\< to show a <.");

    private void Append(IEnumerable<Inline>? inlines, bool emphasis)
    {
        foreach (var inline in inlines ?? [])
        {
            // Markdig puts brackets that turn out to be no link on line 0.
            _line = Math.Max(_line, inline.Line);
            switch (inline)
            {
                case LiteralInline literal:
                    AppendLiteral(literal, emphasis);
                    break;
                case HtmlEntityInline entity:
                    Append(entity.Transcoded.ToString(), emphasis, literal: true);
                    break;
                case CodeInline code:
                    Append(code.Content, emphasis, literal: true);
                    break;
                case AutolinkInline link:
                    Append(link.Url, emphasis, literal: true);
                    break;
                case LineBreakInline lineBreak:
                    AppendBreak(lineBreak);
                    break;
                case HtmlInline:
                    throw HtmlError(_location, CurrentLine);
                case LinkInline { IsImage: true }:
                    throw _location.Error(CurrentLine, "Pictures do not stand in the text. Write a line '## scene' and below it 'background: picture.jpg'.");
                case EmphasisInline { DelimiterChar: '~' }:
                    // Struck text is no longer meant.
                    CloseGap(inline.NextSibling);
                    break;
                case ContainerInline container:
                    Append(container, emphasis || inline is EmphasisInline);
                    break;
            }
        }
    }

    /// <summary>Takes away the space and the comma before struck text where a mark follows it: "tea, ~~or coffee~~." is "tea.".</summary>
    private void CloseGap(Inline? next)
    {
        if (next is LiteralInline literal && literal.ToString() is [var mark, ..] && Punctuation.Marks.Contains(mark, StringComparison.Ordinal))
        {
            while (_lines[^1] is [.., { Value: ' ' or ',' }])
            {
                _lines[^1].RemoveAt(_lines[^1].Count - 1);
            }
        }
    }

    private int CurrentLine => _location.LineAt(_line);

    private void AppendLiteral(LiteralInline literal, bool emphasis)
    {
        var text = literal.Content.ToString();
        if (literal.IsFirstCharacterEscaped && text.Length > 0)
        {
            Append(text[..1], emphasis, literal: true);
            text = text[1..];
        }

        Append(text, emphasis, literal: false);
    }

    private void AppendBreak(LineBreakInline lineBreak)
    {
        if (lineBreak.IsHard)
        {
            _lines.Add([]);
        }
        else
        {
            Append(" ", emphasis: false, literal: false);
        }

        _line++;
    }

    private void Append(string text, bool emphasis, bool literal)
    {
        foreach (var character in text)
        {
            _lines[^1].Add(new StyledChar(character, emphasis, literal, CurrentLine));
        }
    }
}
