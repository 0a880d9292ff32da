using ShortsFactory.Resources;

namespace ShortsFactory.Server.Jobs;

/// <summary>An idempotency key stands for one submission, and came with another one.</summary>
internal sealed class KeyReusedException : ShortsFactoryException
{
    public KeyReusedException(string key)
        : base($"the idempotency key '{key}' was used before, for another submission.") => Advice = "Take a new key for a new submission; the same key only to send the same one again.";
}
