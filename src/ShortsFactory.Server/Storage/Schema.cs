using Dapper;

namespace ShortsFactory.Server.Storage;

/// <summary>Makes the tables of all parts.</summary>
internal sealed class Schema(Database database, IEnumerable<ISchemaPart> parts)
{
    /// <summary>Any number, the same in every version: who holds the lock makes the tables.</summary>
    private const long LockKey = 7_306_951_406;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        database.CreateFile();
        await using var connection = await database.OpenAsync(cancellationToken);
        if (database.Kind is DatabaseKind.Sqlite)
        {
            // Readers and the writer do not wait for each other; every commit is on the disk before it is told (synchronous = FULL is SQLite's default).
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (database.Kind is DatabaseKind.PostgreSql)
        {
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey }, transaction);
        }

        foreach (var statement in parts.SelectMany(part => part.Statements))
        {
            await connection.ExecuteAsync(statement, transaction: transaction);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
