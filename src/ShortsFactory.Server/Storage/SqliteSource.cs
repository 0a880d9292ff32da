using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ShortsFactory.Server.Storage;

/// <summary>Connections to a SQLite file that wait for a lock inside of SQLite, from one millisecond up; the driver alone would sleep 150 ms at a time.</summary>
internal sealed class SqliteSource(string connectionString) : DbDataSource
{
    private const string Patience = "PRAGMA busy_timeout = 30000";

    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection()
    {
        var connection = new SqliteConnection(connectionString);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState is ConnectionState.Open)
            {
                using var command = connection.CreateCommand();
                command.CommandText = Patience;
                command.ExecuteNonQuery();
            }
        };
        return connection;
    }
}
