namespace ShortsFactory.Recordings;

/// <summary>A stretch of a recording, on its clock.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Stretch(TimeSpan Start, TimeSpan End)
{
    /// <summary>How long it lasts.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>The part of it between two times; empty, or turned around, if there is none.</summary>
    public Stretch Within(TimeSpan from, TimeSpan to) => new(Start < from ? from : Start, End > to ? to : End);
}
