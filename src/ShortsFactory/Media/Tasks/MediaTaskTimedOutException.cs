using ShortsFactory.Resources;

namespace ShortsFactory.Media.Tasks;

/// <summary>A task was stopped because it took too long, or got no further for too long.</summary>
public sealed class MediaTaskTimedOutException : ShortsFactoryException
{
    internal MediaTaskTimedOutException(string name, TimeSpan limit, bool stalled, Exception? innerException)
        : base(
            stalled
                ? $"{name} was stopped: it got no further for {limit.TotalSeconds:0.#} s."
                : $"{name} was stopped: it took more than {limit.TotalMinutes:0.##} minutes.",
            innerException)
    {
        Limit = limit;
        Stalled = stalled;
    }

    /// <summary>The limit that was reached.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Whether it was the limit on standing still rather than the one on the whole task.</summary>
    public bool Stalled { get; }
}
