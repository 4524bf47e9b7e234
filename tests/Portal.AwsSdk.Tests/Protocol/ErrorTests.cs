using System.Net;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Amazon.BedrockRuntime.Model;
using Xunit;
using AccessDeniedException = Amazon.BedrockAgent.Model.AccessDeniedException;
using ConflictException = Amazon.BedrockAgent.Model.ConflictException;
using ResourceNotFoundException = Amazon.BedrockAgent.Model.ResourceNotFoundException;
using ValidationException = Amazon.BedrockAgent.Model.ValidationException;

namespace Portal.AwsSdk.Tests.Protocol;

public sealed class ErrorTests : WireTest
{
    private static readonly GetKnowledgeBaseRequest Request = new() { KnowledgeBaseId = "KB12345678" };

    private async Task<T> FailAsync<T>(string body, int status, params (string Name, string Value)[] headers) where T : AmazonBedrockAgentException
    {
        Server.Answer(body, status, headers);
        using var client = Agent();
        var exception = await Assert.ThrowsAsync<T>(() => client.GetKnowledgeBaseAsync(Request, Token));
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        return exception;
    }

    [Fact]
    public async Task Error_TypeInHeader_IsTypedWithCodeStatusAndRequestId()
    {
        var exception = await FailAsync<ResourceNotFoundException>(
            """{"message":"Not here."}""", 404, ("x-amzn-ErrorType", "ResourceNotFoundException"), ("x-amzn-RequestId", "request-9"));

        Assert.Equal("Not here.", exception.Message);
        Assert.Equal("ResourceNotFoundException", exception.ErrorCode);
        Assert.Equal("request-9", exception.RequestId);
    }

    [Fact]
    public async Task Error_TypeWithUriSuffix_IsTyped()
    {
        var exception = await FailAsync<ConflictException>(
            """{"message":"Busy."}""", 409, ("x-amzn-errortype", "ConflictException:http://internal.amazon.com/coral/com.amazon.bedrock/"));

        Assert.Equal("ConflictException", exception.ErrorCode);
    }

    [Fact]
    public async Task Error_TypeInBodyWithNamespace_IsTyped()
    {
        var exception = await FailAsync<AccessDeniedException>("""{"__type":"com.amazon.bedrock#AccessDeniedException","Message":"No."}""", 403);

        Assert.Equal("No.", exception.Message);
        Assert.Equal("AccessDeniedException", exception.ErrorCode);
    }

    [Fact]
    public async Task Error_OwnMembers_AreRead()
    {
        var exception = await FailAsync<ValidationException>(
            """{"message":"Bad.","fieldList":[{"name":"name","message":"too long"}],"extra":1}""", 400, ("x-amzn-ErrorType", "ValidationException"));

        Assert.Equal("too long", Assert.Single(exception.FieldList!).Message);
    }

    [Fact]
    public async Task Error_UnknownCode_IsTheServicesBaseException()
    {
        var exception = await FailAsync<AmazonBedrockAgentException>("""{"message":"?"}""", 418, ("x-amzn-ErrorType", "TeapotException"));

        Assert.Equal(typeof(AmazonBedrockAgentException), exception.GetType());
        Assert.Equal("TeapotException", exception.ErrorCode);
    }

    [Theory]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("")]
    [InlineData("[1,2")]
    [InlineData("null")]
    public async Task Error_BodyThatIsNoErrorJson_StillGivesTheStatus(string body)
    {
        var exception = await FailAsync<AmazonBedrockAgentException>(body, 502, ("x-amzn-RequestId", "request-9"));

        Assert.Equal("request-9", exception.RequestId);
        Assert.NotEmpty(exception.Message);
    }

    [Theory]
    [InlineData("""{"knowledgeBase":[]}""")]
    [InlineData("""{"knowledgeBase":{"name":7}}""")]
    [InlineData("<html>")]
    public async Task Answer_ThatDoesNotFit_IsAnErrorOfTheSdk(string body)
    {
        Server.Answer(body);
        using var client = Agent();

        await Assert.ThrowsAsync<Amazon.Runtime.AmazonUnmarshallingException>(() => client.GetKnowledgeBaseAsync(Request, Token));
    }

    [Fact]
    public async Task Error_MembersOfTheModel_AreRead()
    {
        Server.Answer("""{"message":"failed","originalStatusCode":529,"resourceName":"m"}""", 424, ("x-amzn-ErrorType", "ModelErrorException"));
        using var client = Runtime();

        var exception = await Assert.ThrowsAsync<ModelErrorException>(() => client.ConverseAsync(new ConverseRequest { ModelId = "m" }, Token));

        Assert.Equal(529, exception.OriginalStatusCode);
        Assert.Equal("m", exception.ResourceName);
    }
}
