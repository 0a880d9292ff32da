using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Hosting;

namespace ShortsFactory.Server.Storage;

/// <summary>The database of all records, of the scheduler's too. Thread-safe.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string FileName = "server.db";

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // What Dapper knows of the type goes before handlers, if it is left.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextsHandler());
    }

    private Database(DatabaseKind kind, string connectionString)
    {
        (Kind, ConnectionString) = (kind, connectionString);
        Source = kind is DatabaseKind.Sqlite ? new SqliteSource(connectionString) : NpgsqlDataSource.Create(connectionString);
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>Where connections come from, for those who open them themselves.</summary>
    public DbDataSource Source { get; }

    /// <summary>The database that the options name.</summary>
    /// <exception cref="InvalidInputException">They name none that can be used.</exception>
    public static Database Of(ServerOptions options)
    {
        if (options.Database.Length > 0)
        {
            return new(DatabaseKind.PostgreSql, PostgreSqlAddress.ToConnectionString(options.Database));
        }

        var file = Path.Combine(options.ResolveDataDirectory(), FileName);
        return new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ToString());
    }

    /// <summary>In a SQLite file, the turn to write.</summary>
    public WriterTurn Turn { get; } = new();

    /// <summary>Writes, with a connection of its own; into a SQLite file when it is the caller's turn.</summary>
    /// <exception cref="DbException">It could not be written.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken) => Kind is DatabaseKind.Sqlite
        ? await Turn.TakeAsync(() => WriteNowAsync(write, cancellationToken), cancellationToken)
        : await WriteNowAsync(write, cancellationToken);

    /// <summary>Writes in a transaction; what is not committed in it is undone.</summary>
    /// <exception cref="DbException">It could not be written.</exception>
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken) => WriteAsync(
        async (DbConnection connection) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            return await write(transaction);
        },
        cancellationToken);

    /// <summary>Creates a database that is a file, if there is none, for its owner's eyes alone: there are secrets in it.</summary>
    public void CreateFile()
    {
        if (Kind is DatabaseKind.Sqlite)
        {
            var path = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
        }
    }

    /// <summary>A connection of one's own, to be disposed of; what writes often takes WriteAsync.</summary>
    /// <exception cref="DbException">There is none.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await Source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Turn.Dispose();
        await Source.DisposeAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
    }

    private async Task<T> WriteNowAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await write(connection);
    }
}
