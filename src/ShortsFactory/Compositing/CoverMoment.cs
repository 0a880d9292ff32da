using ShortsFactory.Captions;
using ShortsFactory.Recognition;
using ShortsFactory.Scripts;

namespace ShortsFactory.Compositing;

/// <summary>Finds the moment of the cover.</summary>
internal static class CoverMoment
{
    private static readonly TimeSpan Earliest = TimeSpan.FromSeconds(1);

    /// <param name="cover">What the script says of the cover.</param>
    /// <param name="transcript">The words, among which those of the script are looked for.</param>
    /// <param name="captions">The groups of words.</param>
    /// <param name="duration">How long the short is.</param>
    public static TimeSpan Find(string? cover, Transcript? transcript, CaptionTrack captions, TimeSpan duration) =>
        CoverSettings.Read(cover) switch
        {
            { Time: { } time } => time,
            { Words: { } words } when transcript is not null && CoverSettings.Find(words, transcript.Words.Select(word => word.Text)) is { } first =>
                Middle(transcript.Words[first].Start, transcript.Words[first].End),
            _ => Early(captions, duration),
        };

    /// <summary>The middle of an early group of words: by then all of it has arrived, and it says what the short is about.</summary>
    private static TimeSpan Early(CaptionTrack captions, TimeSpan duration) =>
        (captions.Groups.FirstOrDefault(group => group.Start >= Earliest) ?? captions.Groups.FirstOrDefault()) is { } early
            ? Middle(early.Start, early.End)
            : duration / 2;

    private static TimeSpan Middle(TimeSpan start, TimeSpan end) => start + ((end - start) / 2);
}
