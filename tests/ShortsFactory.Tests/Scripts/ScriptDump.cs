using System.Text;
using ShortsFactory.Scripts;

namespace ShortsFactory.Tests.Scripts;

/// <summary>Writes a parsed script down as text that a reviewer can read.</summary>
internal static class ScriptDump
{
    public static string Write(Script script)
    {
        var text = new StringBuilder();
        text.AppendLine($"title      {script.Title}");
        text.AppendLine($"language   {script.Language}");
        Append(text, "voice", script.Voice);
        Append(text, "template", script.Template);
        Append(text, "background", script.Background);
        Append(text, "rate", script.Rate);
        Append(text, "pitch", script.Pitch);
        foreach (var scene in script.Scenes)
        {
            text.AppendLine().AppendLine($"scene, line {scene.Line}{(scene.Background is { } background ? ", " + background : "")}");
            foreach (var sentence in scene.Sentences)
            {
                text.AppendLine($"{sentence.Index}, line {sentence.Line}: {string.Join(' ', sentence.Words.Select(Word))}{End(sentence)}");
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, object? value)
    {
        if (value is not null)
        {
            text.AppendLine($"{name,-10} {value}");
        }
    }

    private static string Word(DisplayWord word)
    {
        var shown = word.Emphasis ? $"*{word.Text}*" : word.Text;
        return string.Equals(word.Text, word.Spoken, StringComparison.Ordinal) ? shown : $"{shown}<{word.Spoken}>";
    }

    private static string End(Sentence sentence) =>
        (sentence.PauseAfter is { } pause ? $" [{pause.TotalSeconds} s]" : "") + (sentence.EndsParagraph ? " ¶" : "");
}
