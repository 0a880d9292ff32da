namespace ShortsFactory.Recognition.Graphs;

/// <summary>The two transitions of a sound's one state in the acoustic model.</summary>
/// <param name="Enter">Takes the sound's first frame.</param>
/// <param name="Stay">Takes each further frame.</param>
internal readonly record struct PhoneTransition(int Enter, int Stay);
