using ShortsFactory.Resources;

namespace ShortsFactory.Audio;

/// <summary>A wave file cannot be read: it is damaged, or in a format that is not one of the supported ones.</summary>
public sealed class WaveFormatException : ShortsFactoryException
{
    internal WaveFormatException(string path, string problem)
        : base($"{path}: this wave file cannot be used: {problem}.")
    {
        Path = path;
        Problem = problem;
        Advice = "Make the file again, or convert it: ffmpeg -i <file> -c:a pcm_s16le <new file>.wav";
    }

    /// <summary>The file that is at fault.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it, without the path.</summary>
    public string Problem { get; }
}
