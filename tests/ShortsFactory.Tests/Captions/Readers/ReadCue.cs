namespace ShortsFactory.Tests.Captions.Readers;

/// <summary>What a reader of subtitles understood: what is shown from when to when, and the times inside of it.</summary>
internal sealed record ReadCue(TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines, IReadOnlyList<TimeSpan> WordTimes)
{
    private static readonly char[] Invisible = ['\u2060', '\u200E', '\u200F'];

    /// <summary>The text as an eye sees it.</summary>
    public string Text => string.Concat(string.Join(' ', Lines).Where(letter => !Invisible.Contains(letter)));

    /// <summary>Cues come in order, last, and do not overlap; words too.</summary>
    public static void AreInOrder(IReadOnlyList<ReadCue> cues)
    {
        Assert.All(cues, cue => Assert.True(cue.Start < cue.End));
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        foreach (var cue in cues)
        {
            Assert.All(cue.WordTimes, time => Assert.InRange(time, cue.Start, cue.End));
            Assert.All(cue.WordTimes.Zip(cue.WordTimes.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    }
}
