namespace ShortsFactory.Models.Install;

/// <summary>An archive is refused; the message says why, as the end of a sentence.</summary>
internal sealed class ArchiveException(string message, Exception? innerException = null) : Exception(message, innerException);
