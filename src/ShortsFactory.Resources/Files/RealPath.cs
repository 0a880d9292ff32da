namespace ShortsFactory.Resources;

/// <summary>Tells whether two paths are the same file: what a path is when all links in it have been followed.</summary>
public static class RealPath
{
    /// <summary>More links than this one after another go in a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The absolute path without links; what does not exist stays as it is written.</summary>
    public static string Of(string path)
    {
        var links = 0;
        return Follow(Path.GetFullPath(path), ref links);
    }

    private static string Follow(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var real = Path.Combine(Follow(parent, ref links), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is { } target && links++ < MostLinks
            ? Follow(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links)
            : real;
    }
}
