using ShortsFactory.Compositing;

namespace ShortsFactory.Tests.Compositing;

/// <summary>One finished short of 2.25 s, made once for all the tests that look at it.</summary>
public sealed class DeliveredVideo : IAsyncLifetime
{
    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(2.25);

    internal Studio Studio { get; } = new();

    internal Short Draft { get; private set; } = null!;

    internal Video Video { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Draft = Studio.Draft(Length, [null]);
        Video = (await Studio.MakeAsync(Draft, TestContext.Current.CancellationToken)).Video!;
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
