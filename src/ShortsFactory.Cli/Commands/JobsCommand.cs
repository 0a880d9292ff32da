using System.CommandLine;
using ShortsFactory.Cli.Commands.Jobs;

namespace ShortsFactory.Cli.Commands;

/// <summary><c>shorts jobs</c>: hands scripts to a server, and looks after what becomes of them.</summary>
internal static class JobsCommand
{
    private const string Description = """
        Hand scripts to a server, and look after what becomes of them.

        The server is started with 'shorts serve'. It makes one short after the other, also when this command has long ended.
        Examples:
          shorts jobs submit story.md --wait            hands it in, shows how far it is, and ends with it
          shorts jobs submit a.md b.md --priority 8     hands in two that go before others
          shorts jobs list --state failed               what went wrong
          shorts jobs download JOB -o out               the video and its sidecars
        """;

    public static Command Create() => new("jobs", Description)
    {
        JobsSubmit.Create(),
        JobsList.Create(),
        JobsShow.Create(),
        JobsWait.Create(),
        JobsDownload.Create(),
        JobsLog.Create(),
        JobsChange.Cancel(),
        JobsChange.Retry(),
        JobsChange.Remove(),
    };
}
