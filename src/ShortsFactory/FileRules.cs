using ShortsFactory.Pipeline;
using ShortsFactory.Resources;

namespace ShortsFactory;

/// <summary>
/// Says which files a script, and whoever sent it, may name: any of the machine's, or those below a media folder. Every such path
/// is resolved here. Immutable and thread-safe.
/// </summary>
public sealed class FileRules
{
    /// <summary>More than any file system takes, and few enough to be followed part by part.</summary>
    private const int LongestName = 4096;

    private readonly string? _root;

    private FileRules(string? root) => _root = root;

    /// <summary>For scripts of the user's own: all files, and paths start at the script's folder.</summary>
    public static FileRules Anywhere { get; } = new(root: null);

    /// <summary>For scripts that come over the net: the files below a folder, at which paths start, and nothing that a link leads to outside of it.</summary>
    /// <param name="directory">Absolute path of the media folder; it may itself be a link.</param>
    public static FileRules Below(string directory) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));

    private string Advice => _root is null
        ? "Name a file by its path."
        : "Name a file in the server's media folder by its path from there on, such as clips/heart.mp4.";

    /// <summary>The absolute path of a name as it stands in a script; there need not be such a file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="directory">The absolute path at which names start where all files may be named.</param>
    /// <exception cref="InvalidInputException">It is no path, or may not be named.</exception>
    internal string Resolve(string name, string directory)
    {
        if (name.Length > LongestName || name.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidInputException(name.Length > LongestName ? $"a path of {name.Length} characters is none." : "there is a character in it that no path has.") { Advice = Advice };
        }

        return _root is null ? Path.GetFullPath(name, directory)
            : IsRooted(name) ? throw Refused(name, "is an absolute path")
            : Confirm(Path.GetFullPath(name, _root), name);
    }

    /// <summary>The same for what may be no name at all; <see langword="null"/> if it is none, or may not be named.</summary>
    internal string? TryResolve(string name, string directory)
    {
        try
        {
            return Resolve(name, directory);
        }
        catch (InvalidInputException)
        {
            // Whether the script may name it is for whoever opens it to say.
            return null;
        }
    }

    /// <summary>The path of a file that was found in a folder, which may be a link.</summary>
    /// <exception cref="InvalidInputException">It leads out of the media folder.</exception>
    internal string ConfirmFound(string path) => _root is null ? path : Confirm(path, Path.GetFileName(path));

    private static bool IsRooted(string name) => Path.IsPathRooted(name) || name.StartsWith('\\') || name is [_, ':', '\\', ..] or [_, ':', '/', ..];

    private string Confirm(string path, string name)
    {
        if (!IsBelow(path, _root!))
        {
            throw Refused(name, "lies outside of the media folder");
        }

        return IsBelow(RealPath.Of(path), RealPath.Of(_root!)) ? path : throw Refused(name, "leads out of the media folder by a link");
    }

    private static bool IsBelow(string path, string root) =>
        path.Length == root.Length ? string.Equals(path, root, StringComparison.Ordinal)
        : path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private InvalidInputException Refused(string name, string reason) =>
        new($"'{name}' {reason}, which no script may name that came over the net.") { Advice = Advice };
}
