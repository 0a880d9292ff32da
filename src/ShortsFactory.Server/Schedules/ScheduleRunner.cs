using ShortsFactory.Pipeline;
using ShortsFactory.Server.Jobs;

namespace ShortsFactory.Server.Schedules;

/// <summary>
/// Starts the runs of schedules that are due. A run is noted with what it makes before that is handed in, and handed in under a key of its own: whenever the process
/// dies, the next one goes on from the note, and no run is lost or made twice.
/// </summary>
internal sealed class ScheduleRunner(ScheduleStore store, ProductionItems items, JobService jobs, JobStore jobStore, TimeProvider timeProvider, ILogger<ScheduleRunner> logger)
{
    /// <summary>A run that is started within this time after it was due is on time.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    /// <summary>How long runs are remembered that took no file and no row.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>Deals with all runs that are due.</summary>
    /// <returns>When to come again; <see langword="null"/> if the schedule is gone, paused or over.</returns>
    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } schedule)
        {
            return null;
        }

        foreach (var run in await store.ListClaimedAsync(id, cancellationToken))
        {
            await SubmitAsync(run, schedule, cancellationToken);
        }

        if (schedule.IsPaused)
        {
            return null;
        }

        var now = timeProvider.GetUtcNow();
        var timetable = schedule.Timetable;
        var punctual = now - Punctual > schedule.SettledUntil ? now - Punctual : schedule.SettledUntil;
        var missed = timetable.Missed(schedule.SettledUntil, punctual);
        foreach (var run in missed.MadeUp.Concat(timetable.DueAfter(punctual).TakeWhile(run => run.Due <= now)))
        {
            await StartAsync(schedule, run, cancellationToken);
        }

        if (missed.OthersDropped)
        {
            await NoteDroppedAsync(schedule, missed, punctual, cancellationToken);
        }

        await store.SettleAsync(schedule, now, cancellationToken);
        await store.ForgetRunsAsync(id, now - KeptFor, cancellationToken);
        return timetable.DueAfter(now).Select(run => (DateTimeOffset?)run.Due).FirstOrDefault();
    }

    /// <summary>Starts a run, unless it was started before.</summary>
    /// <returns>The run as it is then.</returns>
    public async Task<ScheduleRun> StartAsync(Schedule schedule, ScheduledRun run, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.FindRunAsync(schedule.Id, run.Planned, cancellationToken) is { } known)
            {
                return known;
            }

            var claimed = await ClaimAsync(schedule, run, cancellationToken);
            if (await store.AddRunAsync(claimed, cancellationToken))
            {
                return claimed.State is RunState.Claimed ? await SubmitAsync(claimed, schedule, cancellationToken) : Told(claimed, schedule);
            }
        }
    }

    /// <summary>The run with what it is to make.</summary>
    private async Task<ScheduleRun> ClaimAsync(Schedule schedule, ScheduledRun run, CancellationToken cancellationToken)
    {
        List<string> passedOver = [];
        var record = new ScheduleRun { ScheduleId = schedule.Id, Planned = run.Planned, Due = run.Due, State = RunState.Empty, ChangedAt = timeProvider.GetUtcNow() };
        try
        {
            await foreach (var item in items.Of(schedule.Definition.Make, passedOver.Add, cancellationToken))
            {
                if (item.Key is null || !await store.IsTakenAsync(schedule.Id, item.Key, cancellationToken))
                {
                    return Claimed(record, schedule, item) with { Reason = Reason(passedOver) };
                }
            }
        }
        catch (InvalidInputException exception)
        {
            return record with { State = RunState.Failed, Reason = exception.Message, Advice = exception.Advice };
        }

        return record with { Reason = Reason(["nothing is left to make: all of it was made before.", .. passedOver]), Advice = "Put more into the folder or the table; the next run takes it." };
    }

    private static ScheduleRun Claimed(ScheduleRun run, Schedule schedule, ProductionItem item) => run with
    {
        State = RunState.Claimed,
        Item = item.Name,
        ItemKey = item.Key,
        Submission = new JobSubmission
        {
            Order = item.Order,
            Name = item.VideoName,
            Priority = schedule.Definition.Priority,
            IdempotencyKey = run.IdempotencyKey,
            OriginKind = OriginKind.Schedule,
            OriginName = schedule.Definition.Name,
        },
    };

    private async Task<ScheduleRun> SubmitAsync(ScheduleRun run, Schedule schedule, CancellationToken cancellationToken)
    {
        ScheduleRun ended;
        try
        {
            var accepted = await jobs.SubmitAsync(run.Submission!, cancellationToken);
            ended = run with { State = RunState.Submitted, Submission = null, JobId = accepted.Job.Id };
        }
        catch (KeyReusedException)
        {
            // Nobody else has this key: it was handed in by an older version, which wrote it down in another way.
            ended = run with { State = RunState.Submitted, Submission = null, JobId = (await jobStore.FindKeyAsync(run.IdempotencyKey, cancellationToken))?.Id };
        }
        catch (InvalidInputException exception)
        {
            ended = run with { State = RunState.Failed, Submission = null, Reason = exception.ProblemWithLine, Advice = exception.Advice };
        }

        ended = ended with { ChangedAt = timeProvider.GetUtcNow() };
        await store.ChangeRunAsync(ended, cancellationToken);
        return Told(ended, schedule);
    }

    private async Task NoteDroppedAsync(Schedule schedule, MissedRuns missed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var what = missed.MadeUp.Count switch { 0 => "none was made up for", 1 => "the last was made up for", var count => $"the last {count} were made up for" };
        var note = new ScheduleRun
        {
            ScheduleId = schedule.Id,
            // The same however often it is noted, and no instant of a run.
            Planned = schedule.SettledUntil,
            Due = until,
            State = RunState.Missed,
            ChangedAt = timeProvider.GetUtcNow(),
            Reason = $"runs from {schedule.SettledUntil:yyyy-MM-dd HH:mm} to {until:yyyy-MM-dd HH:mm} UTC were missed; {what}.",
            Advice = schedule.Definition.When.Missed is MissedRunPolicy.All ? null : "To make up for missed runs, let the schedule's policy for them be 'once' or 'all'.",
        };
        await store.AddRunAsync(note, cancellationToken);
        Told(note, schedule);
    }

    private ScheduleRun Told(ScheduleRun run, Schedule schedule)
    {
        if (run.State is RunState.Submitted)
        {
            logger.ScheduleRan(schedule.Definition.Name, run.Item ?? "its script", run.JobId!);
        }
        else
        {
            logger.ScheduleMadeNothing(schedule.Definition.Name, run.State, run.Reason ?? "");
        }

        return run;
    }

    private static string? Reason(IReadOnlyList<string> reasons) => reasons.Count == 0 ? null : string.Join(' ', reasons);
}
