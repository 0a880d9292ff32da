using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Cuts Markdown at its <c>## scene</c> lines, and takes comments and scene settings out. Lines keep their numbers.</summary>
internal static partial class SceneSplitter
{
    private static readonly IReadOnlyList<string> Names = [PictureFields.Background, SoundFields.Transition];

    public static IEnumerable<ScenePart> Split(ScenePart whole)
    {
        var lines = WithoutComments(whole.Text, whole.Location).Split('\n');
        List<ScenePart> parts = [];
        var part = whole;
        var begin = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            if (SceneHeading().IsMatch(lines[index]))
            {
                parts.Add(Cut(part, lines, begin, index));
                var heading = index;
                part = ReadSettings(lines, whole.Location, ref index);
                begin = heading + 1;
                continue;
            }

            if (Rule().IsMatch(lines[index]))
            {
                lines[index] = "";
            }
        }

        parts.Add(Cut(part, lines, begin, lines.Length));
        return parts.Where(cut => cut.HeadingLine is not null || !string.IsNullOrWhiteSpace(cut.Text));
    }

    private static ScenePart Cut(ScenePart part, string[] lines, int begin, int end) =>
        part with { Text = string.Join('\n', lines[begin..end]), Location = part.Location };

    /// <summary>Reads the <c>name: value</c> lines below the heading, up to the first line that is none, and empties them.</summary>
    private static ScenePart ReadSettings(string[] lines, Location location, ref int index)
    {
        var heading = index;
        var part = new ScenePart { Text = "", Location = location.Skip(index + 1), HeadingLine = location.LineAt(index) };
        while (index + 1 < lines.Length && Setting().Match(lines[index + 1]) is { Success: true } setting)
        {
            index++;
            var name = setting.Groups["name"].Value.ToLowerInvariant();
            if (!Names.Contains(name, StringComparer.Ordinal))
            {
                throw location.Error(
                    location.LineAt(index),
                    $"'{name}' is no setting of a scene.{Suggestion.For(name, Names)} Scenes have a background and a transition-sound; leave an empty line above text that begins so.");
            }

            var isBackground = string.Equals(name, PictureFields.Background, StringComparison.Ordinal);
            if ((isBackground ? part.Background : part.Transition) is not null)
            {
                throw location.Error(location.LineAt(index), $"The scene has a second {name}. Delete one of them, or begin another scene.");
            }

            var value = Unquote(setting.Groups["value"].Value);
            part = isBackground
                ? part with { Background = value is null ? ReadGroup(lines, location, ref index, part.HeadingLine!.Value) : OnItsLine(value, index - heading) }
                : part with { Transition = value };
            lines[index] = "";
        }

        return part;
    }

    /// <summary>Reads the indented lines below <c>background:</c>, if there are any, and empties them.</summary>
    private static string? ReadGroup(string[] lines, Location location, ref int index, int headingLine)
    {
        var name = index;
        while (index + 1 < lines.Length && Indented().IsMatch(lines[index + 1]))
        {
            index++;
        }

        if (index == name)
        {
            return null;
        }

        var parser = new Parser(new StringReader(string.Join('\n', lines[(name + 1)..(index + 1)])));
        try
        {
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            var group = FlowText.Read(parser, line: 1);
            Array.Fill(lines, "", name, index - name);
            return OnItsLine(group, location.LineAt(name + 1) - headingLine);
        }
        catch (YamlException exception)
        {
            throw location.Error(
                location.LineAt(name + (int)exception.Start.Line),
                $"This is no YAML: {exception.Message.TrimEnd('.')}. Write one 'name: value' on each line, indented below 'background:'.");
        }
    }

    /// <summary>A group so far below the scene's line as it stands in the script, so that a complaint about a value names its line.</summary>
    private static string OnItsLine(string value, int below) => value is ['{', ..] ? new string('\n', below) + value : value;

    private static string? Unquote(string value)
    {
        var text = value.Trim();
        var bare = text is ['"', .., '"'] or ['\'', .., '\''] ? text[1..^1] : text;
        return bare.Length == 0 ? null : bare;
    }

    private static string WithoutComments(string text, Location location)
    {
        const string open = "<!--";
        const string close = "-->";
        var kept = new StringBuilder(text.Length);
        var position = 0;
        while (text.IndexOf(open, position, StringComparison.Ordinal) is >= 0 and var begin)
        {
            var end = text.IndexOf(close, begin + open.Length, StringComparison.Ordinal);
            if (end < 0)
            {
                throw location.Error(location.LineAt(text.AsSpan(0, begin).Count('\n')), "The comment that begins here has no end. Write --> behind it.");
            }

            kept.Append(text, position, begin - position);
            position = end + close.Length;
            kept.Append('\n', text.AsSpan(begin, position - begin).Count('\n'));
        }

        return kept.Append(text, position, text.Length - position).ToString();
    }

    [GeneratedRegex(@"^ {0,3}#{2,6}[ \t]+scene\b[^\n]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SceneHeading();

    [GeneratedRegex(@"^[ \t]*(?<name>[Bb]ackground|[a-z][a-z_-]*):(?<value>(?!//).*)$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^[ \t]+\S")]
    private static partial Regex Indented();

    // Below text, Markdown would make a heading of that text; creators mean a line between paragraphs.
    [GeneratedRegex(@"^ {0,3}(?:-{3,}|={3,})[ \t]*$")]
    private static partial Regex Rule();
}
