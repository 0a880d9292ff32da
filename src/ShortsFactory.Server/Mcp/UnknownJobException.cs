using ShortsFactory.Resources;

namespace ShortsFactory.Server.Mcp;

/// <summary>A tool was asked about a job that is not there.</summary>
internal sealed class UnknownJobException : ShortsFactoryException
{
    public UnknownJobException(string id)
        : base($"there is no job '{id}'.") => Advice = "Call job_status without an id to see the last jobs.";
}
