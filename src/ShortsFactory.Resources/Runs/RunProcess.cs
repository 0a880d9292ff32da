namespace ShortsFactory.Resources;

/// <summary>A process that works for a run.</summary>
/// <param name="ProcessId">Its process id.</param>
/// <param name="Program">The program's name.</param>
public readonly record struct RunProcess(int ProcessId, string Program);
