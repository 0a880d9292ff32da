using ShortsFactory.Media.Tasks;

namespace ShortsFactory.Conversions;

/// <summary>How far a run of conversions is.</summary>
public sealed record ConversionState
{
    /// <summary>Every conversion's task, in the order of the files.</summary>
    public required IReadOnlyList<MediaTaskStatus> Tasks { get; init; }

    /// <summary>How much of all of it is done, 0 to 1; files count by their sizes.</summary>
    public required double Fraction { get; init; }

    /// <summary>How long it has been going.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How many files have ended, well or not.</summary>
    public int Ended => Tasks.Count(task => task.HasEnded);

    /// <summary>How long the rest takes, if it goes on as before; <see langword="null"/> while nobody knows.</summary>
    public TimeSpan? TimeLeft => Fraction is > 0.02 and < 1 ? Elapsed * ((1 - Fraction) / Fraction) : null;
}
