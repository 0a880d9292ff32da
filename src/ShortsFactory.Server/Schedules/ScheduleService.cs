using System.Security.Cryptography;
using ShortsFactory.Pipeline;

namespace ShortsFactory.Server.Schedules;

/// <summary>The one way in for whatever wants something of schedules. Thread-safe.</summary>
internal sealed class ScheduleService(ScheduleStore store, ScheduleCheck check, ScheduleClock clock, ScheduleRunner runner, TimeProvider timeProvider)
{
    private const int IdBytes = 5;

    /// <summary>Checks a schedule and keeps it.</summary>
    /// <exception cref="InvalidInputException">It cannot be used.</exception>
    /// <exception cref="NameTakenException">Another one has its name.</exception>
    public async Task<Schedule> AddAsync(ScheduleDefinition definition, CancellationToken cancellationToken)
    {
        await check.RunAsync(definition, cancellationToken);
        var now = timeProvider.GetUtcNow();
        var schedule = new Schedule { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), Definition = definition, CreatedAt = now, SettledUntil = now };
        if (!await store.AddAsync(schedule, cancellationToken))
        {
            throw new NameTakenException(definition.Name);
        }

        await SetAsync(schedule, cancellationToken);
        return schedule;
    }

    /// <summary>Changes what a schedule is. Runs that were missed under its old times are not made up for.</summary>
    /// <exception cref="InvalidInputException">It could not be used.</exception>
    /// <exception cref="NameTakenException">Another one has its new name.</exception>
    public async Task<Schedule> ChangeAsync(Schedule schedule, ScheduleDefinition definition, CancellationToken cancellationToken)
    {
        await check.RunAsync(definition, cancellationToken);
        return await store.FindAsync(definition.Name, cancellationToken) is { } other && !string.Equals(other.Id, schedule.Id, StringComparison.Ordinal)
            ? throw new NameTakenException(definition.Name)
            : await ChangeAsync(schedule with { Definition = definition }, cancellationToken);
    }

    /// <summary>Lets a schedule rest; what would be due meanwhile is not missed.</summary>
    public Task<Schedule> PauseAsync(Schedule schedule, CancellationToken cancellationToken) =>
        schedule.IsPaused ? Task.FromResult(schedule) : ChangeAsync(schedule with { IsPaused = true }, cancellationToken);

    /// <summary>Lets a schedule go on.</summary>
    public Task<Schedule> ResumeAsync(Schedule schedule, CancellationToken cancellationToken) =>
        schedule.IsPaused ? ChangeAsync(schedule with { IsPaused = false }, cancellationToken) : Task.FromResult(schedule);

    /// <summary>Makes what the next run would make, at once and besides the runs that are planned; also while it is paused.</summary>
    public Task<ScheduleRun> RunNowAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        // To the millisecond, as the database keeps it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        return runner.StartAsync(schedule, new ScheduledRun(now, now), cancellationToken);
    }

    /// <summary>Forgets a schedule; its jobs stay.</summary>
    public async Task RemoveAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(schedule.Id, cancellationToken);
        await clock.ForgetAsync(schedule.Id, cancellationToken);
    }

    /// <summary>Sets all schedules' clocks: those that ran out while nobody was there ring at once.</summary>
    public async Task SetAllAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in await store.ListAsync(cancellationToken))
        {
            await SetAsync(schedule, cancellationToken);
        }
    }

    private async Task<Schedule> ChangeAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        schedule = schedule with { SettledUntil = timeProvider.GetUtcNow() };
        await store.ChangeAsync(schedule, cancellationToken);
        await clock.ForgetAsync(schedule.Id, cancellationToken);
        await SetAsync(schedule, cancellationToken);
        return schedule;
    }

    private async Task SetAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var isHandingIn = (await store.ListClaimedAsync(schedule.Id, cancellationToken)).Count > 0;
        var next = isHandingIn ? timeProvider.GetUtcNow()
            : schedule.IsPaused ? null
            : schedule.Timetable.DueAfter(schedule.SettledUntil).Select(run => (DateTimeOffset?)run.Due).FirstOrDefault();
        if (next is { } at)
        {
            await clock.WakeAsync(schedule.Id, at, cancellationToken);
        }
    }
}
