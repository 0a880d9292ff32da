using ShortsFactory.Recognition.Protocol;

namespace ShortsFactory.Recognition.Graphs;

/// <summary>How well speech fits the sentence that a graph laid into it. A graph returns every word whatever it hears; this tells whether to believe it. Pure.</summary>
/// <remarks>
/// The measure is the mean log-likelihood of the frames in words, in the units of the embedded model. Where the sentence was said
/// it is about 6, for another sentence about 2, for silence and noise below 0. Short sentences are pulled to a usual value:
/// a single word proves little.
/// </remarks>
internal static class SpeechFit
{
    /// <summary>Below it the speech may be of something else, and is looked at in another way.</summary>
    public const double Doubtful = 0.55;

    private const double FramesPerSecond = 100;

    // What a frame of silence between words is worth.
    private const double SilenceLikelihood = 8.5;
    private const double UsualLikelihood = 5.5;
    private const double UsualFrames = 20;
    private const double GoodLikelihood = 6;

    /// <summary>The fit of an alignment, 0 (something else, or nothing) to 1 (as said by the voices that the model knows).</summary>
    public static double Of(Alignment alignment)
    {
        var inWords = alignment.Words.Sum(word => word.End - word.Start) * FramesPerSecond;
        var silence = (alignment.Duration * FramesPerSecond) - inWords;
        var sum = alignment.LogLikelihood - (silence * SilenceLikelihood);
        var mean = (sum + (UsualFrames * UsualLikelihood)) / (inWords + UsualFrames);
        return Math.Round(Math.Clamp(mean / GoodLikelihood, 0, 1), 3);
    }
}
