namespace ShortsFactory.Server.Api;

/// <summary>Something that happened, as it goes to whoever listens.</summary>
/// <param name="Name">What it is: <c>job</c>, <c>removed</c> or <c>system</c>.</param>
/// <param name="Job">The id of the job that it is about, if it is about one.</param>
/// <param name="Data">What is told of it.</param>
internal sealed record JobEvent(string Name, string? Job, object Data);
