namespace ShortsFactory.Captions.Layout;

/// <summary>Words that are on screen together, and when.</summary>
/// <param name="First">Position of the first word in the transcript.</param>
/// <param name="Count">How many words, at least one.</param>
/// <param name="Start">When the group appears.</param>
/// <param name="End">When it disappears; never after the next group's start.</param>
internal sealed record WordGroup(int First, int Count, TimeSpan Start, TimeSpan End)
{
    public int Last => First + Count - 1;
}
