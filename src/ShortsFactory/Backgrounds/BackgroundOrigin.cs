namespace ShortsFactory.Backgrounds;

/// <summary>Where a background was asked for, so that a complaint can say so.</summary>
/// <param name="ScriptPath">Absolute path of the script.</param>
/// <param name="Line">The line of the script that names it, or begins the scene that does, from 1; <see langword="null"/> if it comes from elsewhere.</param>
internal readonly record struct BackgroundOrigin(string ScriptPath, int? Line)
{
    /// <summary>The script's folder, at which relative paths start.</summary>
    public string Directory => Path.GetDirectoryName(ScriptPath) ?? ScriptPath;
}
