using Npgsql;

namespace Portal.LocalCloud.State;

/// <summary>Positional parameters (<c>$1</c> …) without the ceremony.</summary>
internal static class Sql
{
    public static NpgsqlCommand Command(this NpgsqlDataSource data, string sql, params ReadOnlySpan<object?> values) =>
        Fill(data.CreateCommand(sql), values);

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Fill(new NpgsqlCommand(sql, connection), values);

    public static async Task<IReadOnlyList<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken token)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(token);
            var rows = new List<T>();
            while (await reader.ReadAsync(token))
                rows.Add(map(reader));
            return rows;
        }
    }

    /// <summary>The first row, or null.</summary>
    public static async Task<T?> FirstAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken token)
        where T : class
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(token);
            return await reader.ReadAsync(token) ? map(reader) : null;
        }
    }

    /// <returns>Rows affected.</returns>
    public static async Task<int> RunAsync(this NpgsqlCommand command, CancellationToken token)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(token);
    }

    public static T? Nullable<T>(this NpgsqlDataReader reader, int column)
        where T : class =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
