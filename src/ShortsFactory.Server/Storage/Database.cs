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

    private readonly DbDataSource _source;

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
        DbProviderFactory factory = kind is DatabaseKind.Sqlite ? SqliteFactory.Instance : NpgsqlFactory.Instance;
        _source = factory.CreateDataSource(connectionString);
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

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

    /// <summary>A connection of one's own, to be disposed of.</summary>
    /// <exception cref="DbException">There is none.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
    }
}
