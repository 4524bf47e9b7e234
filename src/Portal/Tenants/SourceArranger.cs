using Amazon.BedrockAgent.Model;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.Operations;

namespace Portal.Tenants;

/// <summary>A data source in S3 as an onboarding looks at it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, unique in the knowledge base.</param>
/// <param name="Bucket">The bucket it reads; null when it is not in S3.</param>
/// <param name="Prefix">What it reads there; empty for the whole bucket.</param>
/// <param name="Status">AWS's status.</param>
public sealed record SourceFact(string Id, string Name, string? Bucket, string Prefix, string Status)
{
    /// <summary>Whether it reads all of the prefix.</summary>
    public bool Covers(string bucket, string prefix) => Bucket == bucket && prefix.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether it reads any of the prefix.</summary>
    public bool Touches(string bucket, string prefix) => Covers(bucket, prefix) || (Bucket == bucket && Prefix.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>Finds or makes the data source that covers a tenant, once, whatever crashes in between.</summary>
internal sealed class SourceArranger(AwsClients clients)
{
    private const string NameFact = "data-source-name";
    private const string IdFact = "data-source";
    private const string TokenFact = "data-source-token";

    /// <summary>The data sources of a knowledge base.</summary>
    public async Task<IReadOnlyList<SourceFact>> ListAsync(AwsConnection connection, string knowledgeBaseId, CancellationToken cancellation)
    {
        var agent = clients.For(connection).BedrockAgent;
        var sources = new List<SourceFact>();
        string? token = null;
        do
        {
            var page = await agent.ListDataSourcesAsync(new ListDataSourcesRequest { KnowledgeBaseId = knowledgeBaseId, MaxResults = 100, NextToken = token }, cancellation);
            foreach (var summary in page.DataSourceSummaries ?? [])
            {
                var answer = await agent.GetDataSourceAsync(new GetDataSourceRequest { KnowledgeBaseId = knowledgeBaseId, DataSourceId = summary.DataSourceId }, cancellation);
                sources.Add(FactOf(answer.DataSource));
            }

            token = page.NextToken;
        }
        while (token is not null);
        return sources;
    }

    /// <summary>Why the source cannot be made beside those that there are; null when it can, or when it is there already.</summary>
    public static PortalProblem? Obstacle(IReadOnlyList<SourceFact> sources, string bucket, string prefix)
    {
        if (sources.Any(source => source.Bucket == bucket && source.Prefix == prefix)) return null;
        if (sources.FirstOrDefault(source => source.Touches(bucket, prefix)) is { } other)
        {
            return new(
                "SourcesOverlap",
                $"The data source {other.Name} of this knowledge base already reads {(other.Prefix.Length == 0 ? "the whole bucket" : other.Prefix)}: documents below {prefix} would be indexed twice and answer twice.",
                "Share that data source, or choose a knowledge base without it.",
                Field: nameof(OnboardTenant.Sharing));
        }

        return sources.Count >= DataSourceSpec.MostPerKnowledgeBase
            ? new("TooManyDataSources", $"The knowledge base has {sources.Count} data sources; Amazon Bedrock allows {DataSourceSpec.MostPerKnowledgeBase}.", "Share a data source, or choose another knowledge base.", Field: nameof(OnboardTenant.Sharing))
            : null;
    }

    /// <summary>The id of the source over the prefix, made where there is none.</summary>
    public async Task<string> EnsureAsync(OperationContext context, AwsConnection connection, string knowledgeBaseId, string bucket, string prefix, CancellationToken cancellation)
    {
        var sources = await ListAsync(connection, knowledgeBaseId, cancellation);
        if (sources.FirstOrDefault(source => source.Bucket == bucket && source.Prefix == prefix) is { } there)
        {
            await context.NoteAsync(IdFact, there.Id, cancellation);
            return there.Id;
        }

        if (Obstacle(sources, bucket, prefix) is { } obstacle) throw new PortalProblemException(obstacle);
        await context.NoteAsync(NameFact, NameOf(prefix), cancellation);
        var request = SpecOf(bucket, prefix).ToRequest(knowledgeBaseId);
        request.ClientToken = await context.ClientTokenAsync(TokenFact, cancellation);
        try
        {
            var made = await clients.For(connection).BedrockAgent.CreateDataSourceAsync(request, cancellation);
            await context.NoteAsync(IdFact, made.DataSource.DataSourceId, cancellation);
            return made.DataSource.DataSourceId;
        }
        catch (ConflictException)
        {
            // Another onboarding made the shared source between our look and our call.
            var now = await ListAsync(connection, knowledgeBaseId, cancellation);
            if (now.FirstOrDefault(source => source.Bucket == bucket && source.Prefix == prefix) is not { } theirs) throw;
            await context.NoteAsync(IdFact, theirs.Id, cancellation);
            return theirs.Id;
        }
    }

    /// <summary>Deletes the source if this operation made it and no one else came to use it.</summary>
    public async Task RemoveAsync(OperationContext context, AwsConnection connection, string knowledgeBaseId, Func<string, bool> usedByOthers, CancellationToken cancellation)
    {
        if (context.Fact(NameFact) is not { } name) return;
        var agent = clients.For(connection).BedrockAgent;
        try
        {
            // By name, for AWS may have made what the journal has no id of.
            var source = (await ListAsync(connection, knowledgeBaseId, cancellation)).FirstOrDefault(candidate => candidate.Name == name);
            if (source is null || usedByOthers(source.Id)) return;
            await agent.DeleteDataSourceAsync(new DeleteDataSourceRequest { KnowledgeBaseId = knowledgeBaseId, DataSourceId = source.Id }, cancellation);
        }
        catch (ResourceNotFoundException)
        {
            return;
        }
    }

    /// <summary>The data source over a prefix.</summary>
    public static DataSourceSpec SpecOf(string bucket, string prefix) => new(NameOf(prefix), bucket, prefix, new DefaultChunking());

    /// <summary>A data source's name made from its prefix: letters, digits and single hyphens, at most 100 characters.</summary>
    public static string NameOf(string prefix)
    {
        var words = new string([.. prefix.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "documents" : string.Join('-', words);
        if (name.Length <= 90) return name;
        // A cut name could be another prefix's too.
        var print = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(prefix)))[..8];
        return $"{name[..80].TrimEnd('-')}-{print}";
    }

    private static SourceFact FactOf(DataSource source)
    {
        var s3 = source.DataSourceConfiguration?.S3Configuration;
        var bucket = s3?.BucketArn is { } arn && arn.LastIndexOf(':') is > 0 and var colon ? arn[(colon + 1)..] : null;
        return new SourceFact(source.DataSourceId, source.Name, bucket, s3?.InclusionPrefixes is [{ } prefix, ..] ? prefix : "", source.Status?.Value ?? "");
    }
}
