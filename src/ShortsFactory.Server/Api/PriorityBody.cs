namespace ShortsFactory.Server.Api;

/// <summary>What can be changed of a job.</summary>
internal sealed record PriorityBody(int? Priority);
