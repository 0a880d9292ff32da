using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Writes a group of YAML values as text in braces. Each value stays on its line, so that a complaint about it names the right one.</summary>
internal sealed class FlowText
{
    private readonly StringBuilder _text = new();
    private long _line;

    private FlowText(long line) => _line = line;

    /// <summary>Reads the group at which the parser stands.</summary>
    /// <param name="parser">Stands at the group's start.</param>
    /// <param name="line">The line, as YAML counts it, on which the text begins.</param>
    public static string Read(IParser parser, long line)
    {
        var flow = new FlowText(line);
        flow.Append(parser);
        return flow._text.ToString();
    }

    private void Append(IParser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            MoveTo(scalar.Start.Line);
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";
            _text.Append(isNull ? "\"\"" : $"'{scalar.Value.Replace("'", "''", StringComparison.Ordinal).Replace('\n', ' ')}'");
            return;
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            MoveTo(list.Start.Line);
            _text.Append('[');
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                Append(parser);
                _text.Append(", ");
            }

            _text.Append(']');
            return;
        }

        parser.Consume<MappingStart>();
        _text.Append('{');
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Append(parser);
            _text.Append(": ");
            Append(parser);
            _text.Append(", ");
        }

        _text.Append('}');
    }

    private void MoveTo(long line)
    {
        _text.Append('\n', (int)Math.Max(0, line - _line));
        _line = Math.Max(_line, line);
    }
}
