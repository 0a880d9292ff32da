namespace ShortsFactory.Media.Tasks;

/// <summary>What a task does. Each kind has its own limits.</summary>
public enum MediaTaskKind
{
    /// <summary>Fetches a file from the net.</summary>
    Download,

    /// <summary>Makes another file of one.</summary>
    Conversion,
}
