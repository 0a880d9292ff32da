namespace ShortsFactory.Tests;

/// <summary>Tests that measure what the whole process allocates: nothing runs beside them.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
