using System.Text.Json;
using Portal.LocalCloud.Wire.Shapes;
using Xunit;

namespace Portal.LocalCloud.Tests.Wire.Shapes;

public sealed class ShapeValidatorTests
{
    private static readonly ShapeValidator Validator = new(ShapeLibrary.Parse(
        "Thing = structure\n    name!: Name\n    size: Size\n    kind: Kind\n    list: Names\n    tags: Tags\n    choice: Choice\n    bytes: Bytes\n"
        + "Choice = union\n    a: Name\n    b: Name\nName = string 1..3 ~ [a-z]+\nSize = integer 1..5\nKind = enum ONE | TWO\nNames = list Name 1..2\nTags = map Name Name\nBytes = blob 1..2\n"));

    [Theory]
    [InlineData("""{"name":"abc","size":5,"kind":"TWO","list":["a"],"tags":{"a":"b"},"choice":{"a":"x"},"bytes":"AAA="}""", null)]
    [InlineData("{}", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"name":"abcd"}""", "Member must have length less than or equal to 3")]
    [InlineData("""{"name":"A"}""", "Value 'A' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+")]
    [InlineData("""{"name":"a","size":6}""", "Member must have value less than or equal to 5")]
    [InlineData("""{"name":"a","kind":"THREE"}""", "Member must satisfy enum value set: [ONE, TWO]")]
    [InlineData("""{"name":"a","list":["a","B"]}""", "Value 'B' at 'list.2.member'")]
    [InlineData("""{"name":"a","list":[]}""", "Member must have length greater than or equal to 1")]
    [InlineData("""{"name":"a","tags":{"A":"b"}}""", "Map keys must satisfy regular expression pattern")]
    [InlineData("""{"name":"a","choice":{}}""", "Exactly one of [a, b] must be set")]
    [InlineData("""{"name":"a","choice":{"a":"x","b":"y"}}""", "Exactly one of [a, b] must be set")]
    [InlineData("""{"name":"a","more":1}""", "The member 'more' is not supported")]
    [InlineData("""{"name":1}""", "must be a string")]
    [InlineData("""{"name":"a","bytes":"AAAA"}""", "less than or equal to 2")]
    [InlineData("""{"size":0,"name":""}""", "3 validation errors detected: ")]
    public void Validate_Input_SaysWhatAwsSays(string input, string? problem)
    {
        var violations = Validator.Validate("Thing", JsonDocument.Parse(input).RootElement);
        if (problem is null) Assert.Empty(violations);
        else Assert.Contains(problem, ShapeValidator.Describe(violations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bedrock-agent.shapes", "CreateKnowledgeBaseRequest")]
    [InlineData("bedrock-agent-runtime.shapes", "RetrieveRequest")]
    [InlineData("bedrock-runtime.shapes", "ConverseRequest")]
    [InlineData("bedrock.shapes", "CreateInferenceProfileRequest")]
    public void Load_EmbeddedLibrary_KnowsItsRequests(string file, string shape) => Assert.IsType<StructureShape>(ShapeLibrary.Load(file)[shape]);
}
