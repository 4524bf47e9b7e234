using System.Reflection;
using Xunit;

namespace Portal.LocalCloud.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void LocalCloud_References_NeitherPortalNorAnyAwsSdk()
    {
        var assembly = typeof(LocalCloudHost).Assembly;
        var references = new HashSet<string>(StringComparer.Ordinal);
        Collect(assembly);
        Assert.DoesNotContain(references, name => name is "Portal" or "Portal.Web" or "Portal.AwsSdk" || name.StartsWith("AWSSDK", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Amazon", StringComparison.Ordinal));
        Assert.Contains("Portal.Postgres", references);

        void Collect(Assembly from)
        {
            foreach (var name in from.GetReferencedAssemblies().Where(name => references.Add(name.Name!) && name.Name!.StartsWith("Portal", StringComparison.Ordinal)))
                Collect(Assembly.Load(name));
        }
    }

    [Fact]
    public void Wire_Protocols_KnowNoService()
    {
        string[] services = ["S3", "Sts", "Bedrock", "BedrockAgent", "BedrockAgentRuntime", "BedrockRuntime"];
        var wire = typeof(LocalCloudHost).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Portal.LocalCloud.Wire", StringComparison.Ordinal) == true);
        foreach (var type in wire)
        {
            var known = type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(member => member switch
                {
                    FieldInfo field => [field.FieldType],
                    PropertyInfo property => [property.PropertyType],
                    MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType),
                    _ => Enumerable.Empty<Type>(),
                });
            Assert.DoesNotContain(known, used => services.Any(service => used.Namespace?.StartsWith($"Portal.LocalCloud.{service}", StringComparison.Ordinal) == true));
        }
    }

    [Fact]
    public void Operations_NeverSee_Http()
    {
        var operations = typeof(LocalCloudHost).Assembly.GetTypes()
            .Where(type => type.GetInterfaces().Any(contract => contract.IsGenericType && contract.Name.StartsWith("IOperation`", StringComparison.Ordinal)));
        foreach (var operation in operations)
        {
            var seen = operation.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
                .Concat(operation.GetMethods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));
            Assert.DoesNotContain(seen, type => type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true);
        }
    }
}
