using ShortsFactory.Caching;
using ShortsFactory.Models;

namespace ShortsFactory.Recognition;

/// <summary>A run's recogniser: started when something must be made, be it only the speech, and never if all is there already.</summary>
internal sealed class PreparedRecognizer : IDisposable
{
    private readonly Lazy<RecognizerClient> _client;
    private readonly Lazy<Task<IReadOnlySet<string>>> _unknown;
    private readonly CancellationTokenRegistration _earlyStart;

    public PreparedRecognizer(
        InstalledModel model, CacheKey key, Func<RecognizerClient> start, Func<RecognizerClient, Task<IReadOnlySet<string>>> findUnknown, CancellationToken firstMiss)
    {
        Model = model;
        Key = key;
        _client = new Lazy<RecognizerClient>(start);
        _unknown = new Lazy<Task<IReadOnlySet<string>>>(() => findUnknown(_client.Value));

        // The model is opened while the speech is made.
        _earlyStart = firstMiss.Register(() => _ = _unknown.Value);
    }

    /// <summary>The verified model.</summary>
    public InstalledModel Model { get; }

    /// <summary>What its results depend on, besides the sentence.</summary>
    public CacheKey Key { get; }

    /// <summary>The process, which opens its model.</summary>
    public RecognizerClient Client => _client.Value;

    /// <summary>The words of the script that the model does not know; fails if the recogniser does.</summary>
    public Task<IReadOnlySet<string>> Unknown => _unknown.Value;

    /// <summary>Lets what later stages have to make start nothing any more.</summary>
    public void Dispose() => _earlyStart.Dispose();
}
