using ShortsFactory.Resources;
using ShortsFactory.Speech;

namespace ShortsFactory.Server.Studio;

/// <summary>The installed voices, asked for once in a while: the engines are programs that have to be started for it. Thread-safe.</summary>
internal sealed class InstalledVoices(VoiceCatalog catalog, ResourceScopes scopes, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<Voice> _known = [];
    private DateTimeOffset _asked = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<Voice>> ListAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_known.Count == 0 || timeProvider.GetUtcNow() - _asked > Lifetime)
            {
                var scope = scopes.Open("voices");
                await using (scope)
                {
                    _known = await catalog.ListAsync(scope, cancellationToken);
                }

                _asked = timeProvider.GetUtcNow();
            }

            return _known;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The voice with its engine.</summary>
    /// <exception cref="Pipeline.InvalidInputException">There is no such voice.</exception>
    public async Task<VoiceChoice> ChooseAsync(string id, CancellationToken cancellationToken)
    {
        var scope = scopes.Open("voices");
        await using (scope)
        {
            return await catalog.ChooseAsync(id, scope, cancellationToken);
        }
    }

    public void Dispose() => _turn.Dispose();
}
