namespace ShortsFactory.Captions.Fonts;

/// <summary>A font for the characters of a writing system that no font of a template has.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Package">The Debian package that installs it.</param>
/// <param name="Face">The face's position in a file that holds several, from 0.</param>
internal sealed record ScriptFont(string File, string Package, int Face = 0);
