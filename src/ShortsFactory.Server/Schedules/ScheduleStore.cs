using System.Data.Common;
using Dapper;
using ShortsFactory.Server.Jobs;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Schedules;

/// <summary>Reads and writes schedules and their runs. Thread-safe.</summary>
internal sealed class ScheduleStore(Database database)
{
    private const string Columns = "id, definition, is_paused, created_at, settled_until";
    private const string RunColumns = "schedule_id, planned, due, state, item, item_key, submission, job_id, reason, advice, changed_at";

    static ScheduleStore()
    {
        SqlMapper.AddTypeHandler(new JsonHandler<ScheduleDefinition>());
        SqlMapper.AddTypeHandler(new JsonHandler<JobSubmission>());
    }

    /// <summary>Adds one; returns whether its name was free.</summary>
    public async Task<bool> AddAsync(Schedule schedule, CancellationToken cancellationToken) => await ExecuteAsync(
        "INSERT INTO shorts_schedules (id, name, definition, is_paused, created_at, settled_until) VALUES (@Id, @Name, @Definition, 0, @CreatedAt, @SettledUntil) ON CONFLICT (name) DO NOTHING",
        new { schedule.Id, schedule.Definition.Name, schedule.Definition, schedule.CreatedAt, schedule.SettledUntil },
        cancellationToken) > 0;

    /// <summary>Changes what one is, whether it is paused, and up to when its runs are settled.</summary>
    public Task<int> ChangeAsync(Schedule schedule, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE shorts_schedules SET name = @Name, definition = @Definition, is_paused = @isPaused, settled_until = @SettledUntil WHERE id = @Id",
        new { schedule.Id, schedule.Definition.Name, schedule.Definition, isPaused = schedule.IsPaused ? 1 : 0, schedule.SettledUntil },
        cancellationToken);

    /// <summary>Notes up to when runs are settled, unless somebody else did meanwhile.</summary>
    public Task<int> SettleAsync(Schedule schedule, DateTimeOffset until, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE shorts_schedules SET settled_until = @until WHERE id = @Id AND settled_until = @SettledUntil", new { schedule.Id, schedule.SettledUntil, until }, cancellationToken);

    /// <summary>Forgets one with its runs; returns whether there was one.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await ExecuteAsync("DELETE FROM shorts_schedule_runs WHERE schedule_id = @id", new { id }, cancellationToken);
        return await ExecuteAsync("DELETE FROM shorts_schedules WHERE id = @id", new { id }, cancellationToken) > 0;
    }

    public async Task<IReadOnlyList<Schedule>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<Schedule>($"SELECT {Columns} FROM shorts_schedules ORDER BY name")];
    }

    /// <summary>The schedule of an id or of a name.</summary>
    public async Task<Schedule?> FindAsync(string idOrName, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<Schedule>($"SELECT {Columns} FROM shorts_schedules WHERE id = @idOrName OR name = @idOrName", new { idOrName });
        return found.OrderByDescending(schedule => string.Equals(schedule.Id, idOrName, StringComparison.Ordinal)).FirstOrDefault();
    }

    /// <summary>Adds a run; returns whether neither it nor its item was there before.</summary>
    public async Task<bool> AddRunAsync(ScheduleRun run, CancellationToken cancellationToken) => await ExecuteAsync(
        $"INSERT INTO shorts_schedule_runs ({RunColumns}) VALUES (@ScheduleId, @Planned, @Due, @state, @Item, @ItemKey, @Submission, @JobId, @Reason, @Advice, @ChangedAt) ON CONFLICT DO NOTHING",
        Parameters(run),
        cancellationToken) > 0;

    /// <summary>Notes what has become of a run.</summary>
    public Task<int> ChangeRunAsync(ScheduleRun run, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE shorts_schedule_runs SET state = @state, submission = @Submission, job_id = @JobId, reason = @Reason, advice = @Advice, changed_at = @ChangedAt
        WHERE schedule_id = @ScheduleId AND planned = @Planned
        """,
        Parameters(run),
        cancellationToken);

    /// <summary>Forgets old runs that took nothing: what was taken stays taken.</summary>
    public Task<int> ForgetRunsAsync(string scheduleId, DateTimeOffset before, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM shorts_schedule_runs WHERE schedule_id = @scheduleId AND item_key IS NULL AND state <> 'claimed' AND planned < @before", new { scheduleId, before }, cancellationToken);

    public async Task<ScheduleRun?> FindRunAsync(string scheduleId, DateTimeOffset planned, CancellationToken cancellationToken) =>
        (await RunsAsync("planned = @planned", new { scheduleId, planned }, cancellationToken)).FirstOrDefault();

    public async Task<bool> IsTakenAsync(string scheduleId, string itemKey, CancellationToken cancellationToken) =>
        (await RunsAsync("item_key = @itemKey", new { scheduleId, itemKey }, cancellationToken)).Count > 0;

    /// <summary>The runs that are about to be handed in.</summary>
    public Task<IReadOnlyList<ScheduleRun>> ListClaimedAsync(string scheduleId, CancellationToken cancellationToken) =>
        RunsAsync("state = 'claimed' ORDER BY planned", new { scheduleId }, cancellationToken);

    /// <summary>The last runs, newest first.</summary>
    public Task<IReadOnlyList<ScheduleRun>> ListRunsAsync(string scheduleId, int count, CancellationToken cancellationToken) =>
        RunsAsync("1 = 1 ORDER BY planned DESC LIMIT @count", new { scheduleId, count }, cancellationToken);

    private async Task<IReadOnlyList<ScheduleRun>> RunsAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<ScheduleRun>($"SELECT {RunColumns} FROM shorts_schedule_runs WHERE schedule_id = @scheduleId AND {condition}", parameters)];
    }

    private Task<int> ExecuteAsync(string statement, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((DbConnection connection) => connection.ExecuteAsync(statement, parameters), cancellationToken);

    private static object Parameters(ScheduleRun run) => new
    {
        run.ScheduleId, run.Planned, run.Due, state = run.State.ToString().ToLowerInvariant(), run.Item, run.ItemKey,
        run.Submission, run.JobId, run.Reason, run.Advice, run.ChangedAt,
    };
}
