namespace ShortsFactory.Audio;

/// <summary>Finds the speech in a sentence's wave, with a margin on either side. Thread-safe.</summary>
/// <remarks>
/// The level is measured over 20 ms against a threshold 46 dB below the loudest moment. The quiet fricatives of real voices ("f",
/// "th") lie 35 to 45 dB below it, the noise before and after them 50 dB and more; where the two meet, the margin keeps the onset.
/// </remarks>
internal sealed class SilenceTrimmer(TimeSpan marginBefore, TimeSpan marginAfter)
{
    private const int FramesPerSecond = 200;
    private const int SmoothedFrames = 4;
    private const double SpeechBelowPeakDecibels = 46;

    // What never gets louder than this is noise, or nothing at all.
    private const double SilenceDecibels = -60;

    // Rounding noise of 16 bit samples lies below, however soft the voice.
    private const double FloorDecibels = -80;

    /// <summary>Finds the samples to keep: those from <c>Start</c> up to, but not including, <c>End</c>.</summary>
    /// <returns>The range, or <see langword="null"/> if there is nothing but silence.</returns>
    public (int Start, int End)? Find(ReadOnlySpan<float> samples, int sampleRate)
    {
        var frameLength = Math.Max(1, sampleRate / FramesPerSecond);
        var levels = Smooth(FramePowers(samples, frameLength));
        var peak = levels.Length == 0 ? 0 : levels.Max();
        if (peak < Power(SilenceDecibels))
        {
            return null;
        }

        var threshold = Math.Max(peak * Power(-SpeechBelowPeakDecibels), Power(FloorDecibels));
        var first = Array.FindIndex(levels, level => level >= threshold);
        var last = Array.FindLastIndex(levels, level => level >= threshold);
        var start = (first * (long)frameLength) - (long)(marginBefore.TotalSeconds * sampleRate);
        var end = ((last + 1) * (long)frameLength) + (long)(marginAfter.TotalSeconds * sampleRate);
        return ((int)Math.Max(0, start), (int)Math.Min(samples.Length, end));
    }

    private static double Power(double decibels) => Math.Pow(10, decibels / 10);

    /// <summary>The variance of each frame of 5 ms, which no offset of the voice's recording disturbs.</summary>
    private static double[] FramePowers(ReadOnlySpan<float> samples, int frameLength)
    {
        var powers = new double[(samples.Length + frameLength - 1) / frameLength];
        for (var frame = 0; frame < powers.Length; frame++)
        {
            var slice = samples[(frame * frameLength)..];
            slice = slice[..Math.Min(frameLength, slice.Length)];
            var sum = 0.0;
            var squares = 0.0;
            foreach (var sample in slice)
            {
                sum += sample;
                squares += (double)sample * sample;
            }

            var mean = sum / slice.Length;
            powers[frame] = (squares / slice.Length) - (mean * mean);
        }

        return powers;
    }

    /// <summary>The mean of each frame and its neighbours, 20 ms in all, which evens out single bursts of noise.</summary>
    private static double[] Smooth(double[] powers)
    {
        var smooth = new double[powers.Length];
        for (var frame = 0; frame < powers.Length; frame++)
        {
            var from = Math.Max(0, frame - (SmoothedFrames / 2));
            var to = Math.Min(powers.Length, from + SmoothedFrames);
            for (var i = from; i < to; i++)
            {
                smooth[frame] += powers[i] / (to - from);
            }
        }

        return smooth;
    }
}
