using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Api;

/// <summary>Some jobs of a longer list.</summary>
/// <param name="Items">The jobs, newest first.</param>
/// <param name="Next">Where the list goes on; <see langword="null"/> at its end.</param>
/// <param name="Counts">How many there are in each state.</param>
internal sealed record JobPage(IReadOnlyList<JobView> Items, string? Next, JobCounts Counts);
