using System.CommandLine;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Hosting;

/// <summary>Runs a command's work in a session, and turns every end into an exit code and a message.</summary>
internal static class CommandRun
{
    public static async Task<int> InSessionAsync(
        ParseResult parsed,
        Func<CliSession, CancellationToken, Task<int>> work,
        IErrorReport? errors = null,
        Func<ParseResult, IReadOnlyList<KeyValuePair<string, string?>>>? overrides = null,
        string interruption = "interrupted; nothing was published.")
    {
        errors ??= new TextErrorReport();
        if (FileLimit.Read() is < FileLimit.Least and var limit)
        {
            // Told before anything else: later on the runtime would fail to load its libraries, and end without a word of ours.
            return errors.Report($"this process may open only {limit} files at once; it needs {FileLimit.Least}.", $"Raise the limit: ulimit -n {FileLimit.Enough}", ExitCode.Failed);
        }

        int? interrupted = null;
        try
        {
            await using var session = CliSession.Open(parsed, overrides?.Invoke(parsed) ?? []);
            try
            {
                return await work(session, session.Scopes.Stopping);
            }
            finally
            {
                interrupted = session.Scopes.InterruptExitCode;
            }
        }
        catch (Exception exception) when (interrupted is not null && exception is OperationCanceledException or ShortsFactoryException)
        {
            return errors.Report(interruption, advice: null, interrupted ?? ExitCode.Failed);
        }
        catch (ShortsFactoryException exception)
        {
            return errors.Report(exception.Message, exception.Advice, ExitCode.Of(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return errors.Report(exception.Message, "Check the disk's space and the permissions of the folders.", ExitCode.Failed);
        }
        catch (Exception exception)
        {
            return errors.Report($"this is a fault of the program itself: {exception.Message}", exception.ToString(), ExitCode.Failed);
        }
    }
}
