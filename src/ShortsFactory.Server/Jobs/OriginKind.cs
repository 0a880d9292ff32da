namespace ShortsFactory.Server.Jobs;

/// <summary>Which way a job came in.</summary>
internal enum OriginKind
{
    /// <summary>By the REST interface.</summary>
    Api,

    /// <summary>From the dashboard.</summary>
    Dashboard,

    /// <summary>From the command line.</summary>
    Cli,

    /// <summary>A schedule was due.</summary>
    Schedule,

    /// <summary>A file was put into a watched folder.</summary>
    Watch,

    /// <summary>A language model called a tool.</summary>
    Mcp,
}
