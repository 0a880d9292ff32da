using ShortsFactory.Audio;

namespace ShortsFactory.Recordings;

/// <summary>Where a recording holds speech, and how loud it is from frame to frame: the noise between the words tells where they end.</summary>
internal sealed class SpeechActivity
{
    /// <summary>How long a frame is.</summary>
    public static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(10);

    private const double SilenceDecibels = -65;
    private const double FloorDecibels = -100;

    // The share of the way from the noise to the voice at which speech begins, and how far below the voice that may be.
    private const double Sensitivity = 0.35;
    private const double LeastBelowVoice = 12;
    private const double MostBelowVoice = 42;

    /// <summary>Shorter silences belong to words: stops such as "p" and "t" are silent for 50 to 90 ms.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(120);

    /// <summary>Shorter sounds on their own are clicks.</summary>
    private static readonly TimeSpan ShortestSound = TimeSpan.FromMilliseconds(50);

    private readonly float[] _levels;

    private SpeechActivity(float[] levels, IReadOnlyList<Stretch> speech)
    {
        _levels = levels;
        Speech = speech;
    }

    /// <summary>The stretches of speech, in order; none for a recording of silence.</summary>
    public IReadOnlyList<Stretch> Speech { get; }

    /// <summary>Listens to a wave file once, holding no more of it than its levels.</summary>
    /// <exception cref="WaveFormatException">The file is damaged.</exception>
    public static SpeechActivity Of(string wavePath)
    {
        using var reader = WaveReader.Open(wavePath);
        return Of(Levels(reader));
    }

    internal static SpeechActivity Of(float[] levels)
    {
        var sorted = levels.Where(level => level > FloorDecibels).Order().ToArray();
        if (sorted.Length == 0 || At(sorted, 0.95) < SilenceDecibels)
        {
            return new SpeechActivity(levels, []);
        }

        var (noise, voice) = (levels.Count(level => level <= FloorDecibels) > levels.Length / 20 ? FloorDecibels : At(sorted, 0.1), At(sorted, 0.95));
        var threshold = Math.Clamp(noise + (Sensitivity * (voice - noise)), voice - MostBelowVoice, voice - LeastBelowVoice);
        return new SpeechActivity(levels, Find(levels, threshold));
    }

    /// <summary>The stretches of speech, and parts of such, that lie in <paramref name="space"/>.</summary>
    public IReadOnlyList<Stretch> SpeechIn(Stretch space) =>
        [.. Speech.Select(stretch => stretch.Within(space.Start, space.End)).Where(stretch => stretch.Length > TimeSpan.Zero)];

    /// <summary>The quietest moment between two times.</summary>
    public TimeSpan Quietest(TimeSpan from, TimeSpan to)
    {
        var first = Math.Clamp((int)(from / Frame), 0, _levels.Length - 1);
        var last = Math.Clamp((int)(to / Frame), first, _levels.Length - 1);
        var quietest = first;
        for (var frame = first; frame <= last; frame++)
        {
            quietest = _levels[frame] < _levels[quietest] ? frame : quietest;
        }

        var middle = (quietest + 0.5) * Frame;
        return middle < from ? from : middle > to ? to : middle;
    }

    private static double At(float[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static float[] Levels(WaveReader reader)
    {
        var block = new float[(int)(reader.Format.SampleRate * Frame.TotalSeconds) * reader.Format.Channels];
        var levels = new List<float>((int)(reader.FrameCount * reader.Format.Channels / block.Length) + 1);
        while (reader.Read(block) is > 0 and var count)
        {
            var squares = 0.0;
            foreach (var sample in block.AsSpan(0, count * reader.Format.Channels))
            {
                squares += (double)sample * sample;
            }

            levels.Add((float)Math.Max(FloorDecibels, 10 * Math.Log10((squares / count) + 1e-12)));
        }

        return [.. levels];
    }

    private static List<Stretch> Find(float[] levels, double threshold)
    {
        List<Stretch> found = [];
        for (var frame = 0; frame < levels.Length; frame++)
        {
            if (levels[frame] < threshold)
            {
                continue;
            }

            var start = frame * Frame;
            while (frame < levels.Length && levels[frame] >= threshold)
            {
                frame++;
            }

            var stretch = new Stretch(start, frame * Frame);
            if (found is [.., var last] && stretch.Start - last.End < ShortestPause)
            {
                found[^1] = last with { End = stretch.End };
            }
            else
            {
                found.Add(stretch);
            }
        }

        found.RemoveAll(stretch => stretch.Length < ShortestSound);
        return found;
    }
}
