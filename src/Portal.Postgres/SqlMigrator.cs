using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Postgres;

/// <summary>
/// Applies numbered SQL files (embedded resources whose names end in "NNNN_name.sql") in order, each once, all in one transaction under an advisory lock, so
/// that two processes starting together cannot interleave and a failed upgrade leaves the former schema.
/// </summary>
public static class SqlMigrator
{
    private const long LockKey = 0x506F7274616C; // "Portal"

    /// <param name="database">The database to bring up to date.</param>
    /// <param name="assembly">The assembly that carries the files.</param>
    /// <param name="product">Named in the refusal: "Portal", "LocalCloud".</param>
    /// <param name="logger">Hears of each file applied.</param>
    /// <param name="cancellation">Abandons the upgrade; nothing is changed then.</param>
    /// <exception cref="StartProblemException">The database has been used by a newer version.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource database, Assembly assembly, string product, ILogger logger, CancellationToken cancellation = default)
    {
        var known = Read(assembly);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
        await ExecuteAsync(
            connection,
            "CREATE TABLE IF NOT EXISTS schema_migration (version integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
            cancellation);
        var applied = new HashSet<int>();
        await using (var command = new NpgsqlCommand("SELECT version FROM schema_migration", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) applied.Add(reader.GetInt32(0));
        }

        var newest = applied.Where(version => !known.ContainsKey(version)).DefaultIfEmpty().Max();
        if (newest != 0)
            throw new StartProblemException($"The database was last used by a newer {product} (schema {newest}; this one knows up to {known.Keys.DefaultIfEmpty().Max()}); start that version, or restore a backup from before the upgrade.");

        foreach (var (version, (name, sql)) in known.Where(migration => !applied.Contains(migration.Key)))
        {
            await ExecuteAsync(connection, sql, cancellation);
            await using var note = new NpgsqlCommand("INSERT INTO schema_migration (version, name) VALUES ($1, $2)", connection)
            {
                Parameters = { new() { Value = version }, new() { Value = name } },
            };
            await note.ExecuteNonQueryAsync(cancellation);
            logger.Migrated(name);
        }

        await transaction.CommitAsync(cancellation);
        // Types made by the files (extensions, enums) must be seen by this data source's connections.
        await connection.ReloadTypesAsync(cancellation);
    }

    private static SortedDictionary<int, (string Name, string Sql)> Read(Assembly assembly)
    {
        var found = new SortedDictionary<int, (string, string)>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var file = resource[..^".sql".Length].Split('.')[^1];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            found.Add(int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), (file, reader.ReadToEnd()));
        }

        return found;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
