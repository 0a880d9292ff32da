using ShortsFactory.Pipeline;
using ShortsFactory.Server.Api;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>Refuses definitions that could never make anything, before they are kept.</summary>
internal sealed class ScheduleCheck(ProductionItems items, JobService jobs, TimeProvider timeProvider)
{
    private const int LongestName = 100;

    private static readonly TimeSpan MostJitter = TimeSpan.FromDays(1);

    /// <exception cref="InvalidInputException">It is such a one; the error says what is wrong and what to do.</exception>
    public async Task RunAsync(ScheduleDefinition definition, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(definition.Name) || definition.Name.Length > LongestName || definition.Name.Any(char.IsControl))
        {
            throw Refused("name", "a schedule needs a name.", $"Give it one of at most {LongestName} characters.");
        }

        JobBody.PriorityOf(definition.Priority);
        CheckTimes(definition.When);
        await CheckProductionAsync(definition.Make, cancellationToken);
    }

    /// <exception cref="InvalidInputException">The schedule would never run.</exception>
    public void CheckTimes(ScheduleTimes when)
    {
        if (when.Jitter < TimeSpan.Zero || when.Jitter > MostJitter)
        {
            throw Refused("jitterSeconds", "the jitter is not from 0 to 24 hours.", "It is the most that a run is put off by.");
        }

        if (when.End <= when.Start)
        {
            throw Refused("end", "the schedule ends before it begins.", "Take a later end, or none.");
        }

        if (!new Timetable("check", when).DueAfter(timeProvider.GetUtcNow()).Any())
        {
            throw Refused("cron", "the schedule would never run.", "Look at the year and the day of its cron expression, at its end, and at its blackouts.");
        }
    }

    private async Task CheckProductionAsync(Production make, CancellationToken cancellationToken)
    {
        string?[] scripts = make.Table is null ? [make.Script, make.File, make.Folder] : [make.Script, make.File];
        if (scripts.Count(each => !string.IsNullOrWhiteSpace(each)) != 1 || (make.Table is not null && make.Folder is not null))
        {
            throw Refused("make", "it is not clear what is to be made.", "Name one of script, file and folder; or a table together with a script or file that its rows are put into.");
        }

        try
        {
            await CheckFirstAsync(make, cancellationToken);
        }
        catch (InvalidInputException exception) when (exception.Path is not null)
        {
            // The place as its user wrote it, which is his to see.
            throw new InvalidInputException($"{make.Table ?? make.File ?? make.Folder ?? "the script"}: {exception.ProblemWithLine}", innerException: exception) { Advice = exception.Advice, Setting = exception.Setting };
        }
    }

    private async Task CheckFirstAsync(Production make, CancellationToken cancellationToken)
    {
        await foreach (var item in items.Of(make, _ => { }, cancellationToken))
        {
            if (make.Folder is null)
            {
                await jobs.CheckAsync(item.Order, item.VideoName, cancellationToken);
            }

            // The others may be mended, or replaced, before it is their turn.
            break;
        }
    }

    private static InvalidInputException Refused(string setting, string problem, string advice) => new(problem) { Setting = setting, Advice = advice };
}
