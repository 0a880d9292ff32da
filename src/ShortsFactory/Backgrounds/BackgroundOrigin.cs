using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Backgrounds;

/// <summary>Where a background was asked for, so that a complaint can say so.</summary>
/// <param name="ScriptPath">Absolute path of the script.</param>
/// <param name="Line">The line of the script that names it, or begins the scene that does, from 1; <see langword="null"/> if it comes from elsewhere.</param>
internal readonly record struct BackgroundOrigin(string ScriptPath, int? Line)
{
    /// <summary>The script's folder, at which relative paths start.</summary>
    public string Directory => Path.GetDirectoryName(ScriptPath) ?? ScriptPath;

    /// <summary>Where the background of a scene is named: by the scene, or by the script for scenes that name none.</summary>
    public static BackgroundOrigin Of(Scene scene, Short draft)
    {
        var ofScript = draft.Script.Background is not null ? draft.Script.LineOf("background") : null;
        return new BackgroundOrigin(draft.Request.ScriptPath, scene.Background is null ? ofScript : scene.Line);
    }

    /// <summary>The error, told with the place in the script where the background was asked for.</summary>
    public InvalidInputException Locate(InvalidInputException error) => Line is { } line && error.Line is null ? error.At(ScriptPath, line) : error;
}
