using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Security;

/// <summary>Whoever lets other machines reach the server must have made a key first.</summary>
internal sealed class BindingRule(Binding binding, ApiKeyStore keys, TimeProvider timeProvider)
{
    /// <exception cref="InvalidInputException">Other machines could reach the server, and there is no key.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!binding.IsLoopback && (await keys.ListAsync(cancellationToken)).All(key => key.HasExpired(timeProvider.GetUtcNow())))
        {
            throw new InvalidInputException($"at {binding.Address} other machines could reach the server, and there is no key yet that they would have to show.")
            {
                Advice = "Make one with 'shorts keys add NAME --scope admin' (with the same --data or --database), or listen on 127.0.0.1.",
            };
        }
    }
}
