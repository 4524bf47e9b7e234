using System.Collections;
using System.Net;
using System.Reflection;
using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Xunit;

namespace Portal.AwsSdk.Tests.Protocol;

/// <summary>The conventions of the official SDK's version 4 that callers rely on.</summary>
public sealed class OfficialShapeTests
{
    private static readonly Type[] Interfaces = [typeof(IAmazonBedrock), typeof(IAmazonBedrockAgent), typeof(IAmazonBedrockRuntime), typeof(IAmazonBedrockAgentRuntime)];

    public static TheoryData<Type> Shapes() => [.. SampleShapes.Shapes];

    public static TheoryData<Type> Constants() => [.. SampleShapes.Constants];

    public static TheoryData<Type> Exceptions() => [.. SampleShapes.Exceptions];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_New_HasNothingSet(Type type)
    {
        var shape = Activator.CreateInstance(type);

        Assert.All(SampleShapes.Members(type), member =>
        {
            if (member.PropertyType == typeof(Document))
                Assert.True(((Document)member.GetValue(shape)!).IsNull(), member.Name);
            else
                Assert.True(member.GetValue(shape) is null, member.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public void Constant_Values_AreFoundAgainAndConvertFromText(Type type)
    {
        var find = type.GetMethod("FindValue", [typeof(string)])!;
        var convert = type.GetMethod("op_Implicit", [typeof(string)])!;
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, Value: (ConstantClass)field.GetValue(null)!)).ToArray();

        Assert.NotEmpty(values);
        Assert.All(values, item =>
        {
            Assert.Same(item.Value, find.Invoke(null, [item.Value.Value]));
            Assert.Same(item.Value, convert.Invoke(null, [item.Value.Value]));
        });
        Assert.Equal("NEVER_HEARD_OF", ((ConstantClass)find.Invoke(null, ["NEVER_HEARD_OF"])!).Value);
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_OfficialConstructors_AreThere(Type type)
    {
        Assert.NotNull(type.GetConstructor([typeof(string)]));
        Assert.NotNull(type.GetConstructor([typeof(Exception)]));
        Assert.NotNull(type.GetConstructor([typeof(string), typeof(Exception)]));
        Assert.NotNull(type.GetConstructor([typeof(string), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)]));
        var all = type.GetConstructor([typeof(string), typeof(Exception), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)]);
        var made = (AmazonServiceException)all!.Invoke(["m", null, ErrorType.Sender, "C", "r", HttpStatusCode.Conflict]);
        Assert.Equal(("m", "C", "r", HttpStatusCode.Conflict), (made.Message, made.ErrorCode, made.RequestId, made.StatusCode));
    }

    [Fact]
    public void Operations_All_TakeTheirRequestAndGiveTheirResponse()
    {
        var operations = Interfaces.SelectMany(type => type.GetMethods().Where(method => !method.IsSpecialName && !method.IsStatic)).ToArray();

        Assert.Equal(21 + 3 + 9 + 4, operations.Length);
        Assert.All(operations, method =>
        {
            var name = method.Name[..^"Async".Length];
            Assert.Equal([$"{name}Request", nameof(CancellationToken)], method.GetParameters().Select(parameter => parameter.ParameterType.Name));
            Assert.Equal($"{name}Response", method.ReturnType.GenericTypeArguments.Single().Name);
        });
        Assert.Equal(operations.Length, SampleShapes.Requests.Count());
        Assert.Equal(operations.Length, SampleShapes.Responses.Count());
    }

    [Fact]
    public void Collections_All_AreListsAndDictionaries() =>
        Assert.All(SampleShapes.Shapes.SelectMany(SampleShapes.Members), member =>
        {
            if (member.PropertyType != typeof(string) && member.PropertyType != typeof(Document) && !SampleShapes.IsEventStream(member.PropertyType)
                && typeof(IEnumerable).IsAssignableFrom(member.PropertyType))
                Assert.Contains(member.PropertyType.GetGenericTypeDefinition(), new[] { typeof(List<>), typeof(Dictionary<,>) });
        });
}
