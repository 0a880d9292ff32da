namespace ShortsFactory.Batches;

/// <summary>Watches a batch.</summary>
public interface IBatchWatch
{
    /// <summary>A short has changed; called from any thread, several times a second.</summary>
    /// <param name="changed">The short as it is now.</param>
    /// <param name="isNewState">Whether its state has changed, and not only how far it is.</param>
    /// <param name="read">Reads the whole batch; to be called only when it is needed, as it copies the list.</param>
    void Report(BatchShort changed, bool isNewState, Func<BatchStatus> read);
}
