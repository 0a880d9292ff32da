namespace ShortsFactory.Server.Artifacts;

/// <summary>A file that was made for a job.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size, in bytes.</param>
internal sealed record Artifact(string Name, long Size)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "video/mp4",
        [".vtt"] = "text/vtt",
        [".srt"] = "application/x-subrip",
        [".ass"] = "text/x-ssa",
        [".lrc"] = "text/plain",
        [".jpg"] = "image/jpeg",
        [".json"] = "application/json",
    };

    /// <summary>Its media type.</summary>
    public string ContentType => Types.GetValueOrDefault(Path.GetExtension(Name), "application/octet-stream");
}
