using ShortsFactory.Resources;

namespace ShortsFactory.Downloads;

/// <summary>A file could not be fetched although nothing is known to be wrong with its address: the network, the server or a tool failed.</summary>
public sealed class DownloadException : ShortsFactoryException
{
    internal DownloadException(string address, string reason, Exception? innerException = null)
        : base($"{address}: {reason}", innerException) => Address = address;

    /// <summary>The address, without credentials.</summary>
    public string Address { get; }
}
