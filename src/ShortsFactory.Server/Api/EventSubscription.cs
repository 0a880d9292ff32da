using System.Threading.Channels;

namespace ShortsFactory.Server.Api;

/// <summary>Somebody who listens to events; who is too slow loses the oldest ones. Ends by its disposal.</summary>
internal sealed class EventSubscription(Action<EventSubscription> end) : IDisposable
{
    private const int Backlog = 1_000;

    private readonly Channel<JobEvent> _events = Channel.CreateBounded<JobEvent>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<JobEvent> Events => _events.Reader;

    public void Tell(JobEvent happened) => _events.Writer.TryWrite(happened);

    /// <inheritdoc />
    public void Dispose() => end(this);
}
