namespace ShortsFactory.Scripts.Formats;

/// <summary>A character of the script with what its markup says.</summary>
/// <param name="Value">The character.</param>
/// <param name="Emphasis">Whether it stands between asterisks.</param>
/// <param name="Literal">Whether it was escaped or is code, so that it never begins or ends a directive.</param>
/// <param name="Line">The line of the file on which it stands, from 1.</param>
internal readonly record struct StyledChar(char Value, bool Emphasis, bool Literal, int Line);
