using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockAgent;

public sealed class KnowledgeBaseWireTests : WireTest
{
    private const string KnowledgeBaseJson =
        """{"knowledgeBase":{"knowledgeBaseId":"KB12345678","name":"shared","knowledgeBaseArn":"arn:aws:bedrock:eu-west-1:000000000000:knowledge-base/KB12345678","roleArn":"arn:aws:iam::000000000000:role/kb","knowledgeBaseConfiguration":{"type":"VECTOR"},"status":"ACTIVE","createdAt":"2026-11-20T08:30:15.123456789Z","updatedAt":"2026-11-20T10:00:00+01:00","failureReasons":[],"somethingNew":{"deep":[1,2]}}}""";

    [Fact]
    public async Task CreateKnowledgeBase_EveryPart_WritesTheExactBody()
    {
        Server.Answer(KnowledgeBaseJson, 202);
        using var client = Agent();

        await client.CreateKnowledgeBaseAsync(new CreateKnowledgeBaseRequest
        {
            ClientToken = "00000000-0000-0000-0000-000000000001",
            Name = "shared",
            Description = "Ünï \"quoted\" <b>",
            RoleArn = "arn:aws:iam::000000000000:role/kb",
            KnowledgeBaseConfiguration = new KnowledgeBaseConfiguration
            {
                Type = KnowledgeBaseType.VECTOR,
                VectorKnowledgeBaseConfiguration = new VectorKnowledgeBaseConfiguration
                {
                    EmbeddingModelArn = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0",
                    EmbeddingModelConfiguration = new EmbeddingModelConfiguration
                    {
                        BedrockEmbeddingModelConfiguration = new BedrockEmbeddingModelConfiguration { Dimensions = 1024, EmbeddingDataType = EmbeddingDataType.FLOAT32 },
                    },
                },
            },
            StorageConfiguration = new StorageConfiguration
            {
                Type = KnowledgeBaseStorageType.S3_VECTORS,
                S3VectorsConfiguration = new S3VectorsConfiguration { IndexArn = "arn:aws:s3vectors:eu-west-1:000000000000:bucket/v/index/i" },
            },
            Tags = new Dictionary<string, string> { ["Portal:Tenant"] = "alpha" },
        }, Token);

        Sent("PUT", "/knowledgebases/", """{"clientToken":"00000000-0000-0000-0000-000000000001","name":"shared","description":"Ünï \"quoted\" <b>","roleArn":"arn:aws:iam::000000000000:role/kb","knowledgeBaseConfiguration":{"type":"VECTOR","vectorKnowledgeBaseConfiguration":{"embeddingModelArn":"arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0","embeddingModelConfiguration":{"bedrockEmbeddingModelConfiguration":{"dimensions":1024,"embeddingDataType":"FLOAT32"}}}},"storageConfiguration":{"type":"S3_VECTORS","s3VectorsConfiguration":{"indexArn":"arn:aws:s3vectors:eu-west-1:000000000000:bucket/v/index/i"}},"tags":{"Portal:Tenant":"alpha"}}""");
    }

    [Fact]
    public async Task GetKnowledgeBase_Answer_IsReadWithTimesInUtcAndEmptyListsNull()
    {
        Server.Answer(KnowledgeBaseJson, headers: ("x-amzn-RequestId", "request-1"));
        using var client = Agent();

        var response = await client.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = "KB12345678" }, Token);

        Sent("GET", "/knowledgebases/KB12345678", body: null);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal(KnowledgeBaseStatus.ACTIVE, response.KnowledgeBase.Status);
        Assert.Equal(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), response.KnowledgeBase.UpdatedAt);
        Assert.Equal(DateTimeKind.Utc, response.KnowledgeBase.CreatedAt!.Value.Kind);
        Assert.Equal(15, response.KnowledgeBase.CreatedAt.Value.Second);
        Assert.Null(response.KnowledgeBase.FailureReasons);
        Assert.Null(response.KnowledgeBase.Description);
    }

    [Fact]
    public async Task GetKnowledgeBase_UnknownStatus_IsKept()
    {
        Server.Answer("""{"knowledgeBase":{"status":"HIBERNATING","storageConfiguration":{"type":"ABACUS"}}}""");
        using var client = Agent();

        var response = await client.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = "KB12345678" }, Token);

        Assert.Equal("HIBERNATING", response.KnowledgeBase.Status.Value);
        Assert.Equal(new KnowledgeBaseStatus("HIBERNATING"), response.KnowledgeBase.Status);
        Assert.Equal("ABACUS", response.KnowledgeBase.StorageConfiguration!.Type);
    }

    [Fact]
    public async Task ListKnowledgeBases_NothingSet_PostsAnEmptyObject()
    {
        Server.Answer("""{"knowledgeBaseSummaries":[]}""");
        using var client = Agent();

        var response = await client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Token);

        Sent("POST", "/knowledgebases/", "{}");
        Assert.Null(response.KnowledgeBaseSummaries);
        Assert.Null(response.NextToken);
    }

    [Fact]
    public async Task UpdateKnowledgeBase_Label_IsNotRepeatedInTheBody()
    {
        Server.Answer(KnowledgeBaseJson, 202);
        using var client = Agent();

        await client.UpdateKnowledgeBaseAsync(new UpdateKnowledgeBaseRequest { KnowledgeBaseId = "KB12345678", Name = "n", RoleArn = "r" }, Token);

        Sent("PUT", "/knowledgebases/KB12345678", """{"name":"n","roleArn":"r"}""");
    }

    [Fact]
    public async Task DeleteKnowledgeBase_NoBody_IsSentWithoutContentType()
    {
        Server.Answer("""{"knowledgeBaseId":"KB12345678","status":"DELETING"}""", 202);
        using var client = Agent();

        var response = await client.DeleteKnowledgeBaseAsync(new DeleteKnowledgeBaseRequest { KnowledgeBaseId = "KB12345678" }, Token);

        Sent("DELETE", "/knowledgebases/KB12345678", body: null);
        Assert.Equal(KnowledgeBaseStatus.DELETING, response.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task GetKnowledgeBase_LabelNotSet_IsRefusedBeforeSending(string? id)
    {
        using var client = Agent();

        var exception = await Assert.ThrowsAsync<AmazonBedrockAgentException>(() =>
            client.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = id! }, Token));

        Assert.Equal("Request object does not have required field KnowledgeBaseId set", exception.Message);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task TagResource_Arn_IsOneEncodedPathSegment()
    {
        Server.Answer("{}");
        using var client = Agent();

        await client.TagResourceAsync(new TagResourceRequest
        {
            ResourceArn = "arn:aws:bedrock:eu-west-1:000000000000:knowledge-base/KB12345678",
            Tags = new Dictionary<string, string> { ["a"] = "b" },
        }, Token);

        Sent("POST", "/tags/arn%3Aaws%3Abedrock%3Aeu-west-1%3A000000000000%3Aknowledge-base%2FKB12345678", """{"tags":{"a":"b"}}""");
    }

    [Fact]
    public async Task UntagResource_Keys_RepeatTheQueryParameter()
    {
        Server.Answer("{}");
        using var client = Agent();

        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = "arn:x", TagKeys = ["one", "two words"] }, Token);

        Sent("DELETE", "/tags/arn%3Ax?tagKeys=one&tagKeys=two%20words", body: null);
    }

    [Fact]
    public async Task ListTagsForResource_Tags_AreRead()
    {
        Server.Answer("""{"tags":{"a":"b"}}""").Answer("""{"tags":{}}""");
        using var client = Agent();
        var request = new ListTagsForResourceRequest { ResourceArn = "arn:x" };

        Assert.Equal("b", (await client.ListTagsForResourceAsync(request, Token)).Tags!["a"]);
        Assert.Null((await client.ListTagsForResourceAsync(request, Token)).Tags);
    }
}
