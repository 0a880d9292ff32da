namespace ShortsFactory.Scripts.Formats;

/// <summary>What is said about wrong settings, the same for YAML and JSON.</summary>
internal static class FieldErrors
{
    private const int LongestShown = 100;

    public static string Unknown(string name, IReadOnlyList<string> names) =>
        $"'{Shown(name)}' is no setting.{Suggestion.For(Shown(name), names)} The settings are {string.Join(", ", names)}.";

    public static string Twice(string name, int firstLine) =>
        $"'{name}' is set a second time; the first is on line {firstLine}. Delete one of them.";

    public static string NotText(string name) => $"'{name}' holds a list or a group. Write one value, such as '{name}: value'.";

    public static string UnknownIn(string group, string name, IReadOnlyList<string> names) =>
        $"'{Shown(name)}' is no value of '{group}'.{Suggestion.For(Shown(name), names)} Its values are {string.Join(", ", names)}.";

    public static string WithoutFile(string group) => $"'{group}' has no file. Write 'file: ...' among its values, or 'none' behind '{group}:'.";

    private static string Shown(string name) => name.Length > LongestShown ? name[..LongestShown] + "…" : name;

    /// <summary>Gives what <paramref name="set"/> gives, and its error the place in the file.</summary>
    public static ScriptFields Locate(Func<ScriptFields> set, Location file, int line)
    {
        try
        {
            return set();
        }
        catch (FormatException exception)
        {
            throw new Pipeline.InvalidInputException(exception.Message, file.Path, line, exception);
        }
    }
}
