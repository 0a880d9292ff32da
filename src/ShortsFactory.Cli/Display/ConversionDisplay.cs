using System.Diagnostics;
using System.Globalization;
using ShortsFactory.Conversions;
using ShortsFactory.Media.Tasks;
using ShortsFactory.Resources;

namespace ShortsFactory.Cli.Display;

/// <summary>
/// Shows how far conversions are: on a terminal one line that is redrawn, elsewhere a line every few seconds, both on standard error; and on standard
/// output a line for each file that is there.
/// </summary>
internal sealed class ConversionDisplay(bool quiet, bool json, Action<RunStatus> describe)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly StatusLine _line = new();
    private readonly HashSet<Task> _told = [];

    /// <summary>Shows the run until its end.</summary>
    public async Task ShowAsync(ConversionRun run, ConversionRequest request)
    {
        var (ended, lastLine) = (run.WaitAsync(), Stopwatch.GetTimestamp());
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(PollInterval));
            await TellEndedAsync(run);
            var state = run.Read();
            describe(Status(state, request));
            if (!quiet && !ended.IsCompleted && (_line.IsTerminal || Stopwatch.GetElapsedTime(lastLine) >= LineInterval))
            {
                lastLine = Stopwatch.GetTimestamp();
                _line.Write(Describe(state));
            }
        }

        await TellEndedAsync(run);
        _line.Clear();
    }

    /// <summary>The whole, and of what is at work the first.</summary>
    internal static string Describe(ConversionState state)
    {
        var count = state.Tasks.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{state.Ended} of {state.Tasks.Count} files, ") : "";
        var left = state.TimeLeft is { TotalSeconds: >= 1 } time ? string.Create(CultureInfo.InvariantCulture, $", about {time:h\\:mm\\:ss} left") : "";
        var working = state.Tasks.FirstOrDefault(task => task.State is MediaTaskState.Running);
        var speed = working is { Speed: > 0 } ? string.Create(CultureInfo.InvariantCulture, $" ({working.Speed:0.0}x)") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{count}{state.Fraction:0 %}{left}{(working is null ? "" : $": {working.Name}{speed}")}");
    }

    private static RunStatus Status(ConversionState state, ConversionRequest request) => new()
    {
        Script = request.Inputs[0],
        Output = request.Output,
        Stage = "converting",
        Percent = (int)(100 * state.Fraction),
    };

    private async Task TellEndedAsync(ConversionRun run)
    {
        var isOne = run.Results.Count() == 1;
        foreach (var (_, result) in run.Results.Where(conversion => conversion.Result.IsCompleted && _told.Add(conversion.Result)))
        {
            _line.Clear();
            if (result.IsCompletedSuccessfully)
            {
                await TellAsync(await result);
            }
            else if (!isOne && result.Exception?.InnerException is { } exception)
            {
                // Of one file alone, the command's own error tells it.
                await Console.Error.WriteLineAsync($"failed: {exception.Message}");
                if ((exception as ShortsFactoryException)?.Advice is { } advice)
                {
                    await Console.Error.WriteLineAsync($"        {advice}");
                }
            }
        }
    }

    private async Task TellAsync(ConversionResult result)
    {
        if (result.Warning is { } warning)
        {
            await Console.Error.WriteLineAsync($"warning: {warning}");
        }

        if (!quiet && !json)
        {
            Console.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, result.Output)}  {ByteText.Of(result.Bytes)}  of {Path.GetFileName(result.Input)}");
        }
    }
}
