using Npgsql;
using ShortsFactory.Pipeline;
using ShortsFactory.Server.Storage;

namespace ShortsFactory.Server.Tests.Storage;

public sealed class PostgreSqlAddressSpecs
{
    [Theory]
    [InlineData("postgres://db.example/shorts", "db.example", 5432, "shorts", null, null)]
    [InlineData("postgresql://anna:p%40ss%3Aword@10.0.0.7:6432/night%20shift", "10.0.0.7", 6432, "night shift", "anna", "p@ss:word")]
    [InlineData("postgres://anna@localhost/shorts", "localhost", 5432, "shorts", "anna", null)]
    public void An_address_says_what_the_driver_needs(string address, string host, int port, string database, string? user, string? password)
    {
        var builder = new NpgsqlConnectionStringBuilder(PostgreSqlAddress.ToConnectionString(address));

        Assert.Equal((host, port, database, user, password), (builder.Host, builder.Port, builder.Database, builder.Username, builder.Password));
    }

    [Theory]
    [InlineData("")]
    [InlineData("shorts.db")]
    [InlineData("mysql://anna@localhost/shorts")]
    [InlineData("postgres://localhost")]
    [InlineData("postgres:///shorts")]
    public void Whatever_else_is_refused_with_an_example(string address)
    {
        var exception = Assert.Throws<InvalidInputException>(() => PostgreSqlAddress.ToConnectionString(address));

        Assert.Contains("postgres://user:password@host:5432/name", exception.Advice, StringComparison.Ordinal);
    }
}
