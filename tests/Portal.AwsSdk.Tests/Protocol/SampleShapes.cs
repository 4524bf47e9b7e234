using System.Reflection;
using Amazon.BedrockAgent;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.EventStreams;

namespace Portal.AwsSdk.Tests.Protocol;

/// <summary>Finds the shapes of all services and fills them, each member with a value of its own.</summary>
internal static class SampleShapes
{
    private static readonly Type[] All = typeof(AmazonBedrockAgentClient).Assembly.GetTypes()
        .Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false } && type.Namespace is { } space && space.StartsWith("Amazon.", StringComparison.Ordinal))
        .ToArray();

    public static IEnumerable<Type> Requests => All.Where(type => type.IsSubclassOf(typeof(AmazonWebServiceRequest)) && type.Namespace!.EndsWith(".Model", StringComparison.Ordinal));

    public static IEnumerable<Type> Responses => All.Where(type => type.IsSubclassOf(typeof(AmazonWebServiceResponse)));

    public static IEnumerable<Type> Constants => All.Where(type => type.IsSubclassOf(typeof(ConstantClass)));

    public static IEnumerable<Type> Exceptions => All.Where(type => type.IsSubclassOf(typeof(AmazonServiceException)));

    /// <summary>The classes that travel as JSON: whole bodies, their parts, and events.</summary>
    public static IEnumerable<Type> Shapes => All.Where(type =>
        type.Namespace!.EndsWith(".Model", StringComparison.Ordinal)
        && !type.IsSubclassOf(typeof(Exception))
        && !IsEventStream(type));

    public static bool IsEventStream(Type type) => typeof(IEnumerable<IEventStreamEvent>).IsAssignableFrom(type);

    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && property.DeclaringType!.Assembly == typeof(AmazonBedrockAgentClient).Assembly);

    /// <summary>A shape with every member set; a shape within itself is left empty.</summary>
    public static object Fill(Type type)
    {
        var number = 0;
        return Fill(type, ref number, []);
    }

    private static object Fill(Type type, ref int number, HashSet<Type> within)
    {
        var shape = Activator.CreateInstance(type)!;
        if (!within.Add(type))
            return shape;

        foreach (var member in Members(type).Where(member => !IsEventStream(member.PropertyType)))
            member.SetValue(shape, Value(member.PropertyType, ref number, within));
        within.Remove(type);
        return shape;
    }

    private static object Value(Type type, ref int number, HashSet<Type> within)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        number++;
        if (type == typeof(string))
            return $"text {number} ü/\"?&";
        if (type == typeof(int))
            return number;
        if (type == typeof(long))
            return 5_000_000_000L + number;
        if (type == typeof(float))
            return number + 0.25f;
        if (type == typeof(double))
            return number + 0.125;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTime))
            return new DateTime(2026, 11, 20, 1, 2, 3, 4, DateTimeKind.Utc).AddSeconds(number);
        if (type == typeof(MemoryStream))
            return new MemoryStream([1, 2, (byte)number]);
        if (type == typeof(Document))
            return new Document(new Dictionary<string, Document> { ["n"] = number, ["list"] = new Document(new Document(true), new Document("x"), default), ["d"] = 0.5 });
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Activator.CreateInstance(type, $"VALUE_{number}")!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return FillList(type, ref number, within);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            return FillDictionary(type, ref number, within);
        return Fill(type, ref number, within);
    }

    private static System.Collections.IList FillList(Type type, ref int number, HashSet<Type> within)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(type)!;
        list.Add(Value(type.GenericTypeArguments[0], ref number, within));
        list.Add(Value(type.GenericTypeArguments[0], ref number, within));
        return list;
    }

    private static System.Collections.IDictionary FillDictionary(Type type, ref int number, HashSet<Type> within)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        map.Add("Key One", Value(type.GenericTypeArguments[1], ref number, within));
        map.Add("key.two", Value(type.GenericTypeArguments[1], ref number, within));
        return map;
    }
}
