using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Client;

/// <summary>There is no server, or it cannot do what it is asked for through no fault of the caller.</summary>
internal sealed class ServerException(string message, Exception? innerException = null) : ShortsFactoryException(message, innerException);
