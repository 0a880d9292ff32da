using ShortsFactory.Resources;

namespace ShortsFactory.Conversions;

/// <summary>A program ended well, but what it wrote is not what it should have written.</summary>
public sealed class ConversionFailedException : ShortsFactoryException
{
    internal ConversionFailedException(string path, string reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException)
    {
        Path = path;
        Advice = "Run it again with -v to see what the programs said; 'shorts doctor' tells whether they are whole.";
    }

    /// <summary>The file that was converted.</summary>
    public string Path { get; }
}
