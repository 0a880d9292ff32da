namespace ShortsFactory.Backgrounds;

/// <summary>Where a background was asked for, so that a complaint can say so.</summary>
/// <param name="ScriptPath">Absolute path of the script.</param>
/// <param name="Line">The line of the scene that names it, from 1, or <see langword="null"/> if no scene does.</param>
internal readonly record struct BackgroundOrigin(string ScriptPath, int? Line)
{
    /// <summary>The script's folder, at which relative paths start.</summary>
    public string Directory => Path.GetDirectoryName(ScriptPath) ?? ScriptPath;
}
