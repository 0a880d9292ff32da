using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Jobs;

/// <summary>The table of jobs. What a worker needs stands beside the record, in columns that no list reads.</summary>
internal sealed class JobSchema : ISchemaPart
{
    public IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS shorts_jobs (
            id text PRIMARY KEY,
            name text NOT NULL,
            title text NOT NULL,
            state text NOT NULL,
            stage text,
            percent integer NOT NULL DEFAULT 0,
            seconds_left integer,
            priority integer NOT NULL,
            attempt integer NOT NULL DEFAULT 0,
            losses integer NOT NULL DEFAULT 0,
            max_attempts integer NOT NULL,
            worker text,
            origin_kind text NOT NULL,
            origin_name text,
            created_at bigint NOT NULL,
            started_at bigint,
            ended_at bigint,
            failure_kind text,
            reason text,
            advice text,
            warnings text NOT NULL DEFAULT '[]',
            duration_seconds double precision,
            webhook text,
            revision bigint NOT NULL DEFAULT 1,
            changed_at bigint NOT NULL,
            cancel_requested integer NOT NULL DEFAULT 0,
            is_told integer NOT NULL DEFAULT 0,
            script text NOT NULL,
            format text NOT NULL,
            template text,
            voice text,
            background text,
            music text,
            picture_format text,
            base_directory text,
            idempotency_key text,
            fingerprint text NOT NULL
        )
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS shorts_jobs_key ON shorts_jobs (idempotency_key)",
        "CREATE INDEX IF NOT EXISTS shorts_jobs_state ON shorts_jobs (state, id)",
        "CREATE INDEX IF NOT EXISTS shorts_jobs_changed ON shorts_jobs (changed_at)",
    ];
}
