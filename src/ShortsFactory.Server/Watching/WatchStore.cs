using System.Data.Common;
using Dapper;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Watching;

/// <summary>Reads and writes which scripts were taken. Thread-safe.</summary>
internal sealed class WatchStore(Database database)
{
    /// <summary>Notes that a script is taken; returns whether its place was free.</summary>
    public async Task<bool> AddAsync(WatchedScript script, CancellationToken cancellationToken) => await ExecuteAsync(
        "INSERT INTO shorts_watched (id, path, hash) VALUES (@Id, @Path, @Hash) ON CONFLICT (path) DO NOTHING", script, cancellationToken) > 0;

    /// <summary>Notes its job, and what it will be called.</summary>
    public Task<int> ChangeAsync(WatchedScript script, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE shorts_watched SET job_id = @JobId, name = @Name WHERE id = @Id", script, cancellationToken);

    /// <summary>Forgets it: it is put away.</summary>
    public Task<int> RemoveAsync(WatchedScript script, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM shorts_watched WHERE id = @Id", script, cancellationToken);

    public async Task<IReadOnlyList<WatchedScript>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<WatchedScript>("SELECT id, path, hash, job_id, name FROM shorts_watched ORDER BY path")];
    }

    private Task<int> ExecuteAsync(string statement, WatchedScript script, CancellationToken cancellationToken) => database.WriteAsync(
        (DbConnection connection) => connection.ExecuteAsync(statement, new { script.Id, script.Path, script.Hash, script.JobId, script.Name }), cancellationToken);
}
