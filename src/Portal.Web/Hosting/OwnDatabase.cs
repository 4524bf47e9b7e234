using Npgsql;
using Portal.Postgres;

namespace Portal.Web.Hosting;

/// <summary>On a PostgreSQL server of the user's own, LocalCloud gets a database beside the portal's.</summary>
internal static class OwnDatabase
{
    /// <returns>The connection string of the database named like the portal's plus <paramref name="suffix"/>.</returns>
    public static async Task<string> EnsureBesideAsync(string connectionString, string suffix, CancellationToken cancellation)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var name = (builder.Database ?? builder.Username) + suffix;
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
            if (await exists.ExecuteScalarAsync(cancellation) is null)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
                await create.ExecuteNonQueryAsync(cancellation);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartProblemException($"LocalCloud needs a database named {name}, and this user may not create it; create it, or set Portal:Cloud to Aws.", exception);
        }

        builder.Database = name;
        return builder.ConnectionString;
    }
}
