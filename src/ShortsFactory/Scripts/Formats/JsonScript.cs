using System.Text;
using System.Text.Json;

namespace ShortsFactory.Scripts.Formats;

/// <summary>Reads scripts written as JSON: the settings, and <c>text</c> or <c>scenes</c>.</summary>
internal static class JsonScript
{
    private const string Text = "text";
    private const string Scenes = "scenes";
    private const string Schema = "$schema";
    private static readonly IReadOnlyList<string> ScriptNames = [.. ScriptFields.Names, Text, Scenes, Schema];
    private static readonly IReadOnlyList<string> SceneNames = [PictureFields.Background, SoundFields.Transition, Text];

    public static ScriptDocument Read(string json, string path)
    {
        var file = new Location { Path = path, OnOneLine = true };
        try
        {
            var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json), file);
            var document = ReadScript(ref cursor, file);
            cursor.ExpectEnd();
            return document;
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
            throw new Pipeline.InvalidInputException(
                $"This is no JSON: {reason}. Check the quotes, commas and brackets here.",
                path,
                (int)(exception.LineNumber ?? 0) + 1,
                exception);
        }
    }

    private static ScriptDocument ReadScript(ref JsonCursor cursor, Location file)
    {
        var fields = new ScriptFields();
        List<ScenePart> parts = [];
        cursor.Expect(JsonTokenType.StartObject, "A script is an object: { \"title\": ..., \"text\": ... }.");
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        while (cursor.NextName(ScriptNames, names) is { } name)
        {
            if (name is Text or Scenes && names.ContainsKey(Text) && names.ContainsKey(Scenes))
            {
                throw file.Error(cursor.Line, "The script has both 'text' and 'scenes'. Keep one of them.");
            }

            switch (name)
            {
                case Text:
                    var text = cursor.ReadText(name);
                    parts.Add(new ScenePart { Text = text, Location = cursor.Here });
                    break;
                case Scenes:
                    ReadScenes(ref cursor, parts);
                    break;
                case Schema:
                    // Names the schema to editors; it says nothing about the video.
                    cursor.ReadText(name);
                    break;
                case SoundFields.Music or SoundFields.Transition:
                    foreach (var (part, content, at) in cursor.ReadTextOrGroup(name, SoundFields.NamesIn(name)!))
                    {
                        var before = fields;
                        fields = FieldErrors.Locate(() => before.With(name, part ?? SoundFields.File, content, at), file, at);
                    }

                    break;
                default:
                    var line = cursor.Line;
                    var value = PictureFields.MayBeGroup(name) ? cursor.ReadTextOrBraces(name) : cursor.ReadText(name);
                    var unchanged = fields;
                    fields = FieldErrors.Locate(() => unchanged.With(name, value, line), file, line);
                    break;
            }
        }

        return new ScriptDocument { Fields = fields, Parts = parts, Location = file };
    }

    private static void ReadScenes(ref JsonCursor cursor, List<ScenePart> parts)
    {
        cursor.Expect(JsonTokenType.StartArray, "'scenes' is a list: [{ \"background\": ..., \"text\": ... }].");
        while (cursor.NextElement())
        {
            parts.Add(ReadScene(ref cursor));
        }
    }

    private static ScenePart ReadScene(ref JsonCursor cursor)
    {
        cursor.ExpectCurrent(JsonTokenType.StartObject, "A scene is an object: { \"background\": ..., \"text\": ... }.");
        var part = new ScenePart { Text = "", Location = cursor.Here, HeadingLine = cursor.Line };
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        while (cursor.NextName(SceneNames, names) is { } name)
        {
            var value = PictureFields.MayBeGroup(name) ? cursor.ReadTextOrBraces(name) : cursor.ReadText(name);
            var setting = value.Trim() is { Length: > 0 } text ? text : null;
            part = name switch
            {
                PictureFields.Background => part with { Background = setting },
                SoundFields.Transition => part with { Transition = setting },
                _ => part with { Text = value, Location = cursor.Here },
            };
        }

        return part;
    }
}
