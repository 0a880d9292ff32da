using ShortsFactory.Resources;

namespace ShortsFactory.Server.Storage;

/// <summary>The database does not answer, or refuses.</summary>
internal sealed class DatabaseAwayException : ShortsFactoryException
{
    public DatabaseAwayException(Exception innerException)
        : base($"the database does not answer: {innerException.Message}", innerException) =>
        Advice = "Check that it runs, its address (--database), and that its user may create tables in it.";
}
