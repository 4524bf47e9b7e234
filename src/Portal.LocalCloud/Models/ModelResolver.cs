using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.Models;

/// <summary>Finds the model behind whatever names one: ids, ARNs, system and application inference profiles.</summary>
internal sealed class ModelResolver(NpgsqlDataSource database, LocalAccount account)
{
    /// <summary>Null when nothing is known by that name.</summary>
    public async Task<FoundationModel?> FindAsync(string modelId, CancellationToken token)
    {
        if ((ModelCatalog.Find(modelId) ?? ModelCatalog.FindByProfile(modelId)) is { } known) return known;
        var prefix = account.Arn("bedrock", "application-inference-profile/");
        var id = modelId.StartsWith(prefix, StringComparison.Ordinal) ? modelId[prefix.Length..] : modelId;
        var model = await database.Sql("SELECT models ->> 0 FROM inference_profile WHERE id = @p0", id).RowAsync(row => row.GetString(0), token);
        return model is null ? null : ModelCatalog.Find(model);
    }
}
