namespace ShortsFactory.Downloads.Files;

/// <summary>An attempt to fetch a file failed, and another one may not.</summary>
/// <param name="reason">What happened, as the end of a sentence.</param>
/// <param name="wait">How long the server asks to wait.</param>
internal sealed class DownloadFault(string reason, TimeSpan? wait = null) : Exception(reason)
{
    /// <summary>How long the server asks to wait; <see langword="null"/> if it does not.</summary>
    public TimeSpan? Wait { get; } = wait;
}
