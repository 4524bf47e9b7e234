using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.Bedrock;

/// <summary>Application inference profiles in the database, and the system's beside them.</summary>
internal sealed class ProfileStore(NpgsqlDataSource database, LocalAccount account, TimeProvider time)
{
    private const string Columns = "id, name, description, models::text, created_at, updated_at";

    private string ApplicationPrefix => account.Arn("bedrock", "application-inference-profile/");

    /// <summary>By id or ARN, of either type.</summary>
    public async Task<InferenceProfile?> FindAsync(string identifier, CancellationToken token) =>
        SystemProfiles.Of(account.Region, account.Id).FirstOrDefault(profile => profile.InferenceProfileId == identifier || profile.InferenceProfileArn == identifier)
        ?? await database.Sql($"SELECT {Columns} FROM inference_profile WHERE id = @p0", IdOf(identifier)).RowAsync(Read, token);

    public Task<InferenceProfile?> FindByClientTokenAsync(string clientToken, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM inference_profile WHERE client_token = @p0", clientToken).RowAsync(Read, token);

    /// <summary>System profiles first, then applications' in the order of their creation.</summary>
    public async Task<List<InferenceProfile>> ListAsync(string? type, CancellationToken token)
    {
        var profiles = new List<InferenceProfile>();
        if (type != "APPLICATION") profiles.AddRange(SystemProfiles.Of(account.Region, account.Id));
        if (type != "SYSTEM_DEFINED") profiles.AddRange(await database.Sql($"SELECT {Columns} FROM inference_profile ORDER BY created_at, id").RowsAsync(Read, token));
        return profiles;
    }

    public Task<long> CountAsync(CancellationToken token) => database.Sql("SELECT count(*) FROM inference_profile").NumberAsync(token);

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> AddAsync(string id, CreateInferenceProfileRequest request, string source, IReadOnlyList<string> modelArns, CancellationToken token) =>
        await database.Sql(
            "INSERT INTO inference_profile (id, name, description, source_arn, models, tags, client_token, created_at, updated_at) VALUES (@p0, @p1, @p2::text, @p3, @p4, @p5, @p6::text, @p7, @p7) ON CONFLICT (name) DO NOTHING",
            id, request.InferenceProfileName, request.Description, source, DbCommands.AsJsonb(modelArns), DbCommands.AsJsonb((request.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value)), request.ClientRequestToken, time.GetUtcNow()).DoAsync(token) == 1;

    /// <returns>False when there is none.</returns>
    public async Task<bool> DeleteAsync(string identifier, CancellationToken token) => await database.Sql("DELETE FROM inference_profile WHERE id = @p0", IdOf(identifier)).DoAsync(token) == 1;

    public Task<Dictionary<string, string>?> TagsAsync(string arn, CancellationToken token) =>
        database.Sql("SELECT tags::text FROM inference_profile WHERE id = @p0", IdOf(arn)).RowAsync(row => JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(0))!, token);

    public Task TagAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken token) =>
        database.Sql("UPDATE inference_profile SET tags = tags || @p1 WHERE id = @p0", IdOf(arn), DbCommands.AsJsonb(tags)).DoAsync(token);

    public Task UntagAsync(string arn, IReadOnlyList<string> keys, CancellationToken token) =>
        database.Sql("UPDATE inference_profile SET tags = tags - @p1 WHERE id = @p0", IdOf(arn), keys.ToArray()).DoAsync(token);

    public string ArnOf(string id) => ApplicationPrefix + id;

    private string IdOf(string identifier) => identifier.StartsWith(ApplicationPrefix, StringComparison.Ordinal) ? identifier[ApplicationPrefix.Length..] : identifier;

    private InferenceProfile Read(NpgsqlDataReader row) => new()
    {
        InferenceProfileId = row.GetString(0),
        InferenceProfileName = row.GetString(1),
        Description = row.TextOrNull(2),
        Models = [.. JsonSerializer.Deserialize<List<string>>(row.GetString(3))!.Select(arn => new ProfileModel(arn))],
        CreatedAt = row.GetFieldValue<DateTimeOffset>(4),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(5),
        InferenceProfileArn = ArnOf(row.GetString(0)),
        Type = "APPLICATION",
    };
}
