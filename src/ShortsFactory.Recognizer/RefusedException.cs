namespace ShortsFactory.Recognizer;

/// <summary>A request that cannot be served; the message goes into its answer.</summary>
internal sealed class RefusedException(string message) : Exception(message);
