using ShortsFactory.Pipeline;
using ShortsFactory.Scripts;

namespace ShortsFactory.Backgrounds;

/// <summary>Where a background was asked for, so that a complaint can say so.</summary>
/// <param name="ScriptPath">Absolute path of the script.</param>
/// <param name="Line">The line of the script that names it, or begins the scene that does, from 1; <see langword="null"/> if it comes from elsewhere.</param>
/// <param name="Files">Which files may be named there; <see langword="null"/> for all.</param>
internal readonly record struct BackgroundOrigin(string ScriptPath, int? Line, FileRules? Files = null)
{
    private FileRules Rules => Files ?? FileRules.Anywhere;

    /// <summary>Where the background of a scene is named: by the scene, or by the script for scenes that name none.</summary>
    public static BackgroundOrigin Of(Scene scene, Short draft)
    {
        var ofScript = draft.Script.Background is not null ? draft.Script.LineOf("background") : null;

        // What neither names comes from the settings, whose author may name whatever there is.
        var files = scene.Background is null && draft.Script.Background is null ? null : draft.Request.Files;
        return new BackgroundOrigin(draft.Request.ScriptPath, scene.Background is null ? ofScript : scene.Line, files);
    }

    /// <summary>The absolute path of a file or folder that is named there; relative paths start at the script's folder.</summary>
    /// <exception cref="InvalidInputException">It may not be named there.</exception>
    public string PathOf(string name)
    {
        var directory = Path.GetDirectoryName(ScriptPath) ?? ScriptPath;
        return Locating(rules => rules.Resolve(name, directory));
    }

    /// <summary>The path of a file that was found in a folder that is named there.</summary>
    /// <exception cref="InvalidInputException">It may not be named there.</exception>
    public string ConfirmFound(string path) => Locating(rules => rules.ConfirmFound(path));

    /// <summary>The error, told with the place in the script where the background was asked for.</summary>
    public InvalidInputException Locate(InvalidInputException error) => Line is { } line && error.Line is null ? error.At(ScriptPath, line) : error;

    private string Locating(Func<FileRules, string> resolve)
    {
        try
        {
            return resolve(Rules);
        }
        catch (InvalidInputException exception)
        {
            throw Locate(exception);
        }
    }
}
