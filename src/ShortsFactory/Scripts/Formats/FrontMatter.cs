using ShortsFactory.Templates;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Splits the YAML front matter off a Markdown or plain text script and reads it.</summary>
internal static class FrontMatter
{
    public static ScriptDocument Read(string text, string path)
    {
        var file = new Location { Path = path };
        var lines = text.Split('\n');
        if (!IsFence(lines[0]))
        {
            return Document(new ScriptFields(), text, file);
        }

        var end = Array.FindIndex(lines, 1, line => IsFence(line) || string.Equals(line.TrimEnd(), "...", StringComparison.Ordinal));
        if (end < 0)
        {
            throw file.Error(1, "The front matter has no end. Write a line of three dashes (---) below its last setting.");
        }

        var fields = ReadFields(string.Join('\n', lines[1..end]), file);
        return Document(fields, string.Join('\n', lines[(end + 1)..]), file.Skip(end + 1));
    }

    private static bool IsFence(string line) => string.Equals(line.TrimEnd(), "---", StringComparison.Ordinal);

    private static ScriptDocument Document(ScriptFields fields, string body, Location location) => new()
    {
        Fields = fields,
        Parts = [new ScenePart { Text = body, Location = location }],
        Location = location,
    };

    private static ScriptFields ReadFields(string yaml, Location file)
    {
        var parser = new BoundedYaml(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new ScriptFields();
            }

            parser.Consume<DocumentStart>();
            return parser.TryConsume<MappingStart>(out _)
                ? ReadMapping(parser, file)
                : throw file.Error(LineOf(parser.Current!), "The front matter holds no settings. Write one on each line, such as 'title: My short'.");
        }
        catch (YamlException exception)
        {
            var line = LineOf(exception.Start);
            throw new Pipeline.InvalidInputException(
                $"The front matter is no YAML: {exception.Message.TrimEnd('.')}. Write one 'name: value' on each line, and put a value that holds a colon or begins with a symbol in quotes.",
                file.Path,
                line,
                exception);
        }
    }

    private static ScriptFields ReadMapping(IParser parser, Location file)
    {
        var fields = new ScriptFields();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw file.Error(LineOf(parser.Current!), "The name of a setting is expected here. Write 'name: value'.");
            }

            var line = LineOf(key);
            if (!ScriptFields.Names.Contains(key.Value, StringComparer.Ordinal))
            {
                throw file.Error(line, FieldErrors.Unknown(key.Value, ScriptFields.Names));
            }

            if (!seen.TryAdd(key.Value, line))
            {
                throw file.Error(line, FieldErrors.Twice(key.Value, seen[key.Value]));
            }

            if (SoundFields.NamesIn(key.Value) is { } names && parser.TryConsume<MappingStart>(out _))
            {
                fields = ReadGroup(parser, fields, key.Value, names, file);
                continue;
            }

            if (PictureFields.MayBeGroup(key.Value) && parser.Accept<MappingStart>(out _))
            {
                var (before, group) = (fields, FlowText.Read(parser, key.Start.Line));
                fields = FieldErrors.Locate(() => before.With(key.Value, group, line), file, line);
                continue;
            }

            if (!parser.TryConsume<Scalar>(out var value))
            {
                throw file.Error(line, FieldErrors.NotText(key.Value));
            }

            fields = FieldErrors.Locate(() => fields.With(key.Value, IsNull(value) ? "" : value.Value, line), file, line);
        }

        return fields;
    }

    private static ScriptFields ReadGroup(IParser parser, ScriptFields fields, string group, IReadOnlyList<string> names, Location file)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = LineOf(parser.Current!);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = LineOf(parser.Current!);
            if (!parser.TryConsume<Scalar>(out var key) || !names.Contains(key.Value, StringComparer.Ordinal))
            {
                throw file.Error(line, FieldErrors.UnknownIn(group, key?.Value ?? "", names));
            }

            if (!seen.TryAdd(key.Value, line))
            {
                throw file.Error(line, FieldErrors.Twice(key.Value, seen[key.Value]));
            }

            if (!parser.TryConsume<Scalar>(out var value))
            {
                throw file.Error(line, FieldErrors.NotText(key.Value));
            }

            fields = FieldErrors.Locate(() => fields.With(group, key.Value, IsNull(value) ? "" : value.Value, line), file, line);
        }

        return seen.ContainsKey(SoundFields.File) ? fields : throw file.Error(start, FieldErrors.WithoutFile(group));
    }

    private static bool IsNull(Scalar value) => value.Style == ScalarStyle.Plain && value.Value is "~" or "null";

    /// <summary>The line of the file: YAML counts from 1 too, and the fence stands above it.</summary>
    private static int LineOf(ParsingEvent parsed) => LineOf(parsed.Start);

    private static int LineOf(Mark mark) => (int)mark.Line + 1;
}
