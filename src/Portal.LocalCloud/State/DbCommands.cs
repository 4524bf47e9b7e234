using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Portal.LocalCloud.State;

/// <summary>Short forms for commands with parameters named p0, p1, … and for reading rows.</summary>
internal static class DbCommands
{
    public static NpgsqlCommand Sql(this NpgsqlDataSource database, string text, params object?[] values) => Fill(database.CreateCommand(text), values);

    public static NpgsqlCommand Sql(this NpgsqlConnection connection, string text, params object?[] values) => Fill(new NpgsqlCommand(text, connection), values);

    public static async Task<List<T>> RowsAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken token)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(token);
            var rows = new List<T>();
            while (await reader.ReadAsync(token)) rows.Add(read(reader));
            return rows;
        }
    }

    public static async Task<T?> RowAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken token)
        where T : class => (await command.RowsAsync(read, token)).FirstOrDefault();

    /// <summary>Runs it and gives the number of rows it touched.</summary>
    public static async Task<int> DoAsync(this NpgsqlCommand command, CancellationToken token)
    {
        await using (command) return await command.ExecuteNonQueryAsync(token);
    }

    public static async Task<long> NumberAsync(this NpgsqlCommand command, CancellationToken token)
    {
        await using (command) return (long)(await command.ExecuteScalarAsync(token))!;
    }

    public static string? TextOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static JsonElement Json(this NpgsqlDataReader reader, int column)
    {
        using var document = JsonDocument.Parse(reader.GetString(column));
        return document.RootElement.Clone();
    }

    public static JsonElement? JsonOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Json(column);

    /// <summary>A value for a jsonb parameter.</summary>
    public static Jsonb AsJsonb<T>(T value) => new(JsonSerializer.Serialize(value));

    private static NpgsqlCommand Fill(NpgsqlCommand command, object?[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters.Add(values[at] switch
            {
                Jsonb json => new NpgsqlParameter($"p{at}", NpgsqlDbType.Jsonb) { Value = json.Text },
                JsonElement json => new NpgsqlParameter($"p{at}", NpgsqlDbType.Jsonb) { Value = json.GetRawText() },
                DateTimeOffset time => new NpgsqlParameter($"p{at}", NpgsqlDbType.TimestampTz) { Value = time.ToUniversalTime() },
                null => new NpgsqlParameter($"p{at}", DBNull.Value),
                var other => new NpgsqlParameter($"p{at}", other),
            });
        }

        return command;
    }
}

internal readonly record struct Jsonb(string Text);
