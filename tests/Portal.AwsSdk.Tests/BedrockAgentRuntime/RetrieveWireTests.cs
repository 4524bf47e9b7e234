using Amazon.BedrockAgentRuntime;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.Documents;
using Xunit;

namespace Portal.AwsSdk.Tests.BedrockAgentRuntime;

public sealed class RetrieveWireTests : WireTest
{
    private static RetrieveRequest Request(RetrievalFilter filter) => new()
    {
        KnowledgeBaseId = "KB12345678",
        RetrievalQuery = new KnowledgeBaseQuery { Text = "q" },
        RetrievalConfiguration = new KnowledgeBaseRetrievalConfiguration
        {
            VectorSearchConfiguration = new KnowledgeBaseVectorSearchConfiguration { NumberOfResults = 5, OverrideSearchType = SearchType.HYBRID, Filter = filter },
        },
    };

    private static string Body(string filter) =>
        $$$"""{"retrievalConfiguration":{"vectorSearchConfiguration":{"filter":{{{filter}}},"numberOfResults":5,"overrideSearchType":"HYBRID"}},"retrievalQuery":{"text":"q"}}""";

    public static TheoryData<string, string> Operators() => new()
    {
        { nameof(RetrievalFilter.Equals), "equals" },
        { nameof(RetrievalFilter.NotEquals), "notEquals" },
        { nameof(RetrievalFilter.GreaterThan), "greaterThan" },
        { nameof(RetrievalFilter.GreaterThanOrEquals), "greaterThanOrEquals" },
        { nameof(RetrievalFilter.LessThan), "lessThan" },
        { nameof(RetrievalFilter.LessThanOrEquals), "lessThanOrEquals" },
        { nameof(RetrievalFilter.In), "in" },
        { nameof(RetrievalFilter.NotIn), "notIn" },
        { nameof(RetrievalFilter.StartsWith), "startsWith" },
        { nameof(RetrievalFilter.ListContains), "listContains" },
        { nameof(RetrievalFilter.StringContains), "stringContains" },
    };

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task Retrieve_EachOperator_HasItsWireName(string member, string wireName)
    {
        Server.Answer("""{"retrievalResults":[]}""");
        using var client = AgentRuntime();
        var filter = new RetrievalFilter();
        typeof(RetrievalFilter).GetProperty(member, typeof(FilterAttribute))!.SetValue(filter, new FilterAttribute { Key = "k", Value = 3 });

        var response = await client.RetrieveAsync(Request(filter), Token);

        Sent("POST", "/knowledgebases/KB12345678/retrieve", Body($$$"""{"{{{wireName}}}":{"key":"k","value":3}}"""));
        Assert.Null(response.RetrievalResults);
    }

    [Fact]
    public async Task Retrieve_NestedGroupsAndAllKindsOfValue_WritesTheExactFilter()
    {
        Server.Answer("{}");
        using var client = AgentRuntime();

        await client.RetrieveAsync(Request(new RetrievalFilter
        {
            AndAll =
            [
                new() { Equals = new FilterAttribute { Key = "customer", Value = "alpha" } },
                new()
                {
                    OrAll =
                    [
                        new() { In = new FilterAttribute { Key = "kind", Value = new Document("a", "b") } },
                        new() { Equals = new FilterAttribute { Key = "open", Value = true } },
                        new() { GreaterThan = new FilterAttribute { Key = "score", Value = 0.5 } },
                        new() { LessThan = new FilterAttribute { Key = "ticks", Value = 5_000_000_000 } },
                    ],
                },
            ],
        }), Token);

        Sent("POST", "/knowledgebases/KB12345678/retrieve", Body("""{"andAll":[{"equals":{"key":"customer","value":"alpha"}},{"orAll":[{"in":{"key":"kind","value":["a","b"]}},{"equals":{"key":"open","value":true}},{"greaterThan":{"key":"score","value":0.5}},{"lessThan":{"key":"ticks","value":5000000000}}]}]}"""));
    }

    [Fact]
    public async Task Retrieve_Results_AreReadWithMetadataOfEveryKind()
    {
        Server.Answer("""
            {"nextToken":"more","guardrailAction":"NONE","retrievalResults":[
              {"content":{"type":"TEXT","text":"Grüße"},"location":{"type":"S3","s3Location":{"uri":"s3://docs/a.txt"}},"score":0.8125,
               "metadata":{"customer":"alpha","year":2026,"big":9007199254740993,"ratio":0.25,"open":false,"kinds":["a","b"],"nothing":null,"nested":{"x":[1]}}},
              {"content":{"type":"ROW","row":[{"columnName":"n","columnValue":"1","type":"LONG"}]},"location":{"type":"SQL","sqlLocation":{"query":"select 1"}}}]}
            """);
        using var client = AgentRuntime();

        var response = await client.RetrieveAsync(Request(new RetrievalFilter()), Token);

        Assert.Equal("more", response.NextToken);
        Assert.Equal(GuadrailAction.NONE, response.GuardrailAction);
        var first = response.RetrievalResults![0];
        Assert.Equal("Grüße", first.Content.Text);
        Assert.Equal(RetrievalResultLocationType.S3, first.Location!.Type);
        Assert.Equal("s3://docs/a.txt", first.Location.S3Location!.Uri);
        Assert.Equal(0.8125, first.Score);
        Assert.Equal("alpha", first.Metadata!["customer"].AsString());
        Assert.Equal(2026, first.Metadata["year"].AsInt());
        Assert.Equal(9007199254740993, first.Metadata["big"].AsLong());
        Assert.Equal(0.25, first.Metadata["ratio"].AsDouble());
        Assert.False(first.Metadata["open"].AsBool());
        Assert.Equal(["a", "b"], first.Metadata["kinds"].AsList().Select(kind => kind.AsString()));
        Assert.True(first.Metadata["nothing"].IsNull());
        Assert.Equal(1, first.Metadata["nested"].AsDictionary()["x"].AsList()[0].AsInt());
        var second = response.RetrievalResults[1];
        Assert.Null(second.Score);
        Assert.Null(second.Metadata);
        Assert.Equal("n", second.Content.Row![0].ColumnName);
    }

    [Fact]
    public async Task RetrievePaginator_Items_FollowTheToken()
    {
        Server.Answer("""{"retrievalResults":[{"content":{"text":"1"}}],"nextToken":"t"}""").Answer("""{"retrievalResults":[{"content":{"text":"2"}}]}""");
        using var client = AgentRuntime();
        var texts = new List<string?>();

        await foreach (var result in client.Paginators.Retrieve(Request(new RetrievalFilter())).RetrievalResults.WithCancellation(Token))
            texts.Add(result.Content.Text);

        Assert.Equal(["1", "2"], texts);
    }

    [Fact]
    public async Task RetrieveAndGenerate_Configuration_WritesTheExactBodyAndReadsCitations()
    {
        Server.Answer("""
            {"sessionId":"session-1","output":{"text":"Answer."},"citations":[{"generatedResponsePart":{"textResponsePart":{"text":"Answer.","span":{"start":0,"end":6}}},
             "retrievedReferences":[{"content":{"text":"source"},"location":{"type":"S3","s3Location":{"uri":"s3://docs/a.txt"}},"metadata":{"customer":"alpha"}}]}]}
            """);
        using var client = AgentRuntime();

        var response = await client.RetrieveAndGenerateAsync(new RetrieveAndGenerateRequest
        {
            Input = new RetrieveAndGenerateInput { Text = "q" },
            SessionId = "session-1",
            RetrieveAndGenerateConfiguration = new RetrieveAndGenerateConfiguration
            {
                Type = RetrieveAndGenerateType.KNOWLEDGE_BASE,
                KnowledgeBaseConfiguration = new KnowledgeBaseRetrieveAndGenerateConfiguration
                {
                    KnowledgeBaseId = "KB12345678",
                    ModelArn = "anthropic.claude-haiku-4-5",
                    GenerationConfiguration = new GenerationConfiguration
                    {
                        InferenceConfig = new InferenceConfig { TextInferenceConfig = new TextInferenceConfig { MaxTokens = 100, Temperature = 0.1f, TopP = 1 } },
                        AdditionalModelRequestFields = new Dictionary<string, Document> { ["top_k"] = 50 },
                    },
                },
            },
        }, Token);

        Sent("POST", "/retrieveAndGenerate", """{"input":{"text":"q"},"retrieveAndGenerateConfiguration":{"knowledgeBaseConfiguration":{"generationConfiguration":{"additionalModelRequestFields":{"top_k":50},"inferenceConfig":{"textInferenceConfig":{"maxTokens":100,"temperature":0.1,"topP":1}}},"knowledgeBaseId":"KB12345678","modelArn":"anthropic.claude-haiku-4-5"},"type":"KNOWLEDGE_BASE"},"sessionId":"session-1"}""");
        var citation = Assert.Single(response.Citations!);
        Assert.Equal(6, citation.GeneratedResponsePart!.TextResponsePart!.Span!.End);
        Assert.Equal("alpha", citation.RetrievedReferences![0].Metadata!["customer"].AsString());
    }
}
