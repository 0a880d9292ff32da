using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Schedules;

/// <summary>The tables of schedules and their runs. What was taken from a folder or a table is taken once: the index on items says so.</summary>
internal sealed class ScheduleSchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_schedules (
            id text PRIMARY KEY,
            name text NOT NULL,
            definition text NOT NULL,
            is_paused integer NOT NULL DEFAULT 0,
            created_at bigint NOT NULL,
            settled_until bigint NOT NULL
        )
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS shorts_schedules_name ON shorts_schedules (name)",
        """
        CREATE TABLE IF NOT EXISTS shorts_schedule_runs (
            schedule_id text NOT NULL,
            planned bigint NOT NULL,
            due bigint NOT NULL,
            state text NOT NULL,
            item text,
            item_key text,
            submission text,
            job_id text,
            reason text,
            advice text,
            changed_at bigint NOT NULL,
            PRIMARY KEY (schedule_id, planned)
        )
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS shorts_schedule_runs_item ON shorts_schedule_runs (schedule_id, item_key)",
    ];
}
