namespace ShortsFactory.Media.Tasks;

/// <summary>How far a task is, as its work reports it.</summary>
/// <param name="Done">How much is done: bytes for a download, seconds of the result for a conversion.</param>
/// <param name="Total">How much there is to do, in the same unit; <see langword="null"/> if nobody knows.</param>
/// <param name="Step">What is being done, in a few words without credentials; empty if the task's name says it all.</param>
public readonly record struct MediaProgress(double Done, double? Total = null, string Step = "");
