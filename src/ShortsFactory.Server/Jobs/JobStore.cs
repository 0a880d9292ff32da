using System.Data.Common;
using Dapper;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Jobs;

/// <summary>
/// Reads and writes the table of jobs. Every change of a running job names the attempt that makes it: the attempt's number is the fence, and
/// whoever was taken for dead meanwhile changes nothing. Thread-safe.
/// </summary>
internal sealed class JobStore(Database database, TimeProvider timeProvider)
{
    private const string Columns =
        """
        id, name, title, state, stage, percent, seconds_left, priority, attempt, losses, max_attempts, worker, origin_kind, origin_name, created_at,
        started_at, ended_at, failure_kind, reason, advice, warnings, duration_seconds, webhook, revision
        """;

    private const string Changed = "revision = revision + 1, changed_at = @now";

    private DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Adds a job, unless its idempotency key is taken.</summary>
    /// <returns>Whether it was added.</returns>
    public async Task<bool> AddAsync(Job job, JobOrder order, string? idempotencyKey, string fingerprint, DbTransaction transaction)
    {
        var added = await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO shorts_jobs (id, name, title, state, priority, max_attempts, origin_kind, origin_name, created_at, changed_at, warnings, webhook,
                script, format, template, voice, background, music, picture_format, base_directory, idempotency_key, fingerprint)
            VALUES (@Id, @Name, @Title, 'queued', @Priority, @MaxAttempts, @origin, @OriginName, @CreatedAt, @CreatedAt, @Warnings, @Webhook,
                @Script, @format, @Template, @Voice, @Background, @Music, @PictureFormat, @BaseDirectory, @idempotencyKey, @fingerprint)
            ON CONFLICT (idempotency_key) DO NOTHING
            """,
            new
            {
                job.Id, job.Name, job.Title, job.Priority, job.MaxAttempts, origin = EnumName.Of(job.OriginKind), job.OriginName, job.CreatedAt, job.Warnings, job.Webhook,
                order.Script, format = EnumName.Of(order.Format), order.Template, order.Voice, order.Background, order.Music, order.PictureFormat, order.BaseDirectory,
                idempotencyKey, fingerprint,
            },
            transaction);
        return added > 0;
    }

    /// <summary>The job that has an idempotency key, and the fingerprint of what it was asked with.</summary>
    public async Task<(string Id, string Fingerprint)?> FindKeyAsync(string idempotencyKey, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<(string, string)?>("SELECT id, fingerprint FROM shorts_jobs WHERE idempotency_key = @idempotencyKey", new { idempotencyKey });
    }

    public async Task<Job?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Job>($"SELECT {Columns} FROM shorts_jobs WHERE id = @id", new { id });
    }

    public async Task<JobOrder?> FindOrderAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<JobOrder>(
            "SELECT script, format, template, voice, background, music, picture_format, base_directory FROM shorts_jobs WHERE id = @id", new { id });
    }

    /// <summary>Jobs, newest first.</summary>
    /// <param name="state">Those in this state alone; <see langword="null"/> for all.</param>
    /// <param name="before">Those older than this one; <see langword="null"/> to begin with the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Job>> ListAsync(JobState? state, string? before, int limit, CancellationToken cancellationToken)
    {
        string[] conditions = [.. state is null ? Array.Empty<string>() : ["state = @state"], .. before is null ? Array.Empty<string>() : ["id < @before"]];
        var where = conditions.Length > 0 ? "WHERE " + string.Join(" AND ", conditions) : "";
        await using var connection = await database.OpenAsync(cancellationToken);
        var jobs = await connection.QueryAsync<Job>(
            $"SELECT {Columns} FROM shorts_jobs {where} ORDER BY id DESC LIMIT @limit", new { state = state is { } wanted ? EnumName.Of(wanted) : null, before, limit });
        return jobs.AsList();
    }

    /// <summary>Jobs that changed at this instant or later.</summary>
    public async Task<IReadOnlyList<Job>> ListChangedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var jobs = await connection.QueryAsync<Job>($"SELECT {Columns} FROM shorts_jobs WHERE changed_at >= @since ORDER BY changed_at, id LIMIT 1000", new { since });
        return jobs.AsList();
    }

    /// <summary>Ended jobs of whose end nobody was told although there was time.</summary>
    public async Task<IReadOnlyList<Job>> ListUntoldAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var jobs = await connection.QueryAsync<Job>(
            $"SELECT {Columns} FROM shorts_jobs WHERE state IN ('done', 'failed', 'cancelled') AND is_told = 0 AND ended_at < @endedBefore ORDER BY id LIMIT 100",
            new { endedBefore });
        return jobs.AsList();
    }

    /// <summary>Jobs that wait or run, but have no place in the scheduler's tables.</summary>
    public async Task<IReadOnlyList<Job>> ListStraysAsync(DateTimeOffset changedBefore, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var jobs = await connection.QueryAsync<Job>(
            $"""
            SELECT {Columns} FROM shorts_jobs WHERE state IN ('queued', 'running') AND changed_at < @changedBefore
                AND NOT EXISTS (SELECT 1 FROM QRTZ_JOB_DETAILS WHERE JOB_NAME = shorts_jobs.id AND JOB_GROUP = @group) LIMIT 100
            """,
            new { changedBefore, group = JobQueue.Group });
        return jobs.AsList();
    }

    public async Task<JobCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var counts = (await connection.QueryAsync<(string State, long Count)>("SELECT state, count(*) FROM shorts_jobs GROUP BY state"))
            .ToDictionary(pair => Enum.Parse<JobState>(pair.State, ignoreCase: true), pair => (int)pair.Count);
        return JobCounts.Of(counts);
    }

    /// <summary>Begins an attempt. One that finds the job running already has been called because the worker of the attempt before was lost.</summary>
    /// <returns>The job, with the number of the attempt; <see langword="null"/> if there is nothing to do.</returns>
    public Task<Job?> BeginAsync(string id, string worker, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        UPDATE shorts_jobs SET losses = losses + CASE state WHEN 'running' THEN 1 ELSE 0 END, state = 'running', attempt = attempt + 1, worker = @worker,
            stage = NULL, percent = 0, seconds_left = NULL, started_at = @now, {Changed}
        WHERE id = @id AND state IN ('queued', 'running') AND cancel_requested = 0
        RETURNING {Columns}
        """,
        new { id, worker, now = Now },
        cancellationToken);

    /// <summary>Tells how far an attempt is.</summary>
    /// <returns>Whether the attempt still counts, and nobody wants it stopped.</returns>
    public async Task<AttemptStanding> ReportAsync(Job job, string? stage, int percent, int? secondsLeft, CancellationToken cancellationToken)
    {
        var cancelRequested = await WriteAsync<int?>(
            $"""
            UPDATE shorts_jobs SET stage = @stage, percent = @percent, seconds_left = @secondsLeft, {Changed}
            WHERE id = @Id AND attempt = @Attempt AND state = 'running' RETURNING cancel_requested
            """,
            new { job.Id, job.Attempt, stage, percent, secondsLeft, now = Now },
            cancellationToken);
        return Standing(cancelRequested);
    }

    /// <summary>Whether an attempt still counts, and nobody wants it stopped.</summary>
    public async Task<AttemptStanding> StandingAsync(Job job, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return Standing(await connection.QuerySingleOrDefaultAsync<int?>(
            "SELECT cancel_requested FROM shorts_jobs WHERE id = @Id AND attempt = @Attempt AND state = 'running'", new { job.Id, job.Attempt }));
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="ended">The job with its end: state, failure, warnings, duration.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The job as it is now; <see langword="null"/> if the attempt does not count any more.</returns>
    public Task<Job?> EndAsync(Job ended, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        UPDATE shorts_jobs SET state = @state, failure_kind = @failure, reason = @Reason, advice = @Advice, warnings = @Warnings,
            duration_seconds = @DurationSeconds, percent = @percent, stage = NULL, seconds_left = NULL, ended_at = @now, {Changed}
        WHERE id = @Id AND attempt = @Attempt AND state = 'running'
        RETURNING {Columns}
        """,
        new
        {
            ended.Id, ended.Attempt, state = EnumName.Of(ended.State), failure = ended.FailureKind is { } kind ? EnumName.Of(kind) : null, ended.Reason, ended.Advice, ended.Warnings,
            ended.DurationSeconds, percent = ended.State is JobState.Done ? 100 : ended.Percent, now = Now,
        },
        cancellationToken);

    /// <summary>Hands a job back that an attempt cannot end.</summary>
    /// <param name="job">The job, with its attempt.</param>
    /// <param name="isLoss">Whether it counts like an attempt whose worker died.</param>
    /// <param name="transaction">In which it is scheduled again, if it has to be.</param>
    public Task<int> HandBackAsync(Job job, bool isLoss, DbTransaction transaction) => transaction.Connection!.ExecuteAsync(
        $"""
        UPDATE shorts_jobs SET state = 'queued', worker = NULL, stage = NULL, percent = 0, seconds_left = NULL, started_at = NULL, losses = losses + @losses, {Changed}
        WHERE id = @Id AND attempt = @Attempt AND state = 'running'
        """,
        new { job.Id, job.Attempt, losses = isLoss ? 1 : 0, now = Now },
        transaction);

    /// <summary>Calls off a job that waits.</summary>
    /// <returns>The job as it is now; <see langword="null"/> if it does not wait.</returns>
    public Task<Job?> CancelQueuedAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        $"UPDATE shorts_jobs SET state = 'cancelled', ended_at = @now, {Changed} WHERE id = @id AND state = 'queued' RETURNING {Columns}",
        new { id, now = Now },
        cancellationToken);

    /// <summary>Has whoever makes a job stop.</summary>
    /// <returns>Whether it is being made.</returns>
    public async Task<bool> RequestCancelAsync(string id, CancellationToken cancellationToken) =>
        await WriteAsync<string>("UPDATE shorts_jobs SET cancel_requested = 1 WHERE id = @id AND state = 'running' RETURNING id", new { id }, cancellationToken) is not null;

    /// <summary>Puts an ended job back into the queue, as if it had never been begun; its attempts go on counting.</summary>
    /// <returns>The job as it is now; <see langword="null"/> if it has not ended, or is done.</returns>
    public async Task<Job?> RequeueAsync(string id, DbTransaction transaction) => await transaction.Connection!.QuerySingleOrDefaultAsync<Job>(
        $"""
        UPDATE shorts_jobs SET state = 'queued', failure_kind = NULL, reason = NULL, advice = NULL, warnings = '[]', losses = 0, percent = 0, worker = NULL, started_at = NULL,
            ended_at = NULL, cancel_requested = 0, is_told = 0, {Changed}
        WHERE id = @id AND state IN ('failed', 'cancelled') RETURNING {Columns}
        """,
        new { id, now = Now },
        transaction);

    public async Task<Job?> SetPriorityAsync(string id, int priority, DbTransaction transaction) => await transaction.Connection!.QuerySingleOrDefaultAsync<Job>(
        $"UPDATE shorts_jobs SET priority = @priority, {Changed} WHERE id = @id AND state = 'queued' RETURNING {Columns}",
        new { id, priority, now = Now },
        transaction);

    public Task SetToldAsync(string id, CancellationToken cancellationToken) =>
        WriteAsync<string>("UPDATE shorts_jobs SET is_told = 1 WHERE id = @id RETURNING id", new { id }, cancellationToken);

    /// <summary>Forgets an ended job; returns whether there was one.</summary>
    public async Task<bool> DeleteEndedAsync(string id, CancellationToken cancellationToken) =>
        await WriteAsync<string>("DELETE FROM shorts_jobs WHERE id = @id AND state IN ('done', 'failed', 'cancelled') RETURNING id", new { id }, cancellationToken) is not null;

    private Task<Job?> ChangeAsync(string sql, object parameters, CancellationToken cancellationToken) => WriteAsync<Job>(sql, parameters, cancellationToken);

    private Task<T?> WriteAsync<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync((DbConnection connection) => connection.QuerySingleOrDefaultAsync<T>(sql, parameters), cancellationToken);

    private static AttemptStanding Standing(int? cancelRequested) => cancelRequested switch
    {
        null => AttemptStanding.Lost,
        0 => AttemptStanding.Counts,
        _ => AttemptStanding.CancelRequested,
    };
}
