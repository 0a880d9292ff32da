using System.Text.RegularExpressions;
using ShortsFactory.Resources;

namespace ShortsFactory.Media;

/// <summary>Gives a user's file another name: the user's may mean something to ffmpeg (a pattern, a protocol, an option); ours cannot.</summary>
internal static partial class MediaLink
{
    /// <summary>Links the file into the scope's directory; returns the link's name there, which keeps a harmless extension.</summary>
    public static string Create(string path, string name, ResourceScope scope)
    {
        var link = name + SafeExtension().Match(Path.GetExtension(path)).Value.ToLowerInvariant();
        File.CreateSymbolicLink(scope.PathOf(link), path);
        return link;
    }

    [GeneratedRegex(@"^\.[0-9a-zA-Z]{1,5}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SafeExtension();
}
