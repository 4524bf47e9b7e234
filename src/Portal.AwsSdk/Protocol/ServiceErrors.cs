using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Portal.AwsSdk.Protocol;

/// <summary>The typed exceptions of one service, found by AWS's error code among the subclasses of its base exception.</summary>
internal sealed class ServiceErrors(Type baseType)
{
    private readonly Dictionary<string, Type> types =
        baseType.Assembly.GetTypes().Where(type => type.IsSubclassOf(baseType)).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The exception for an error answer; an unknown code gives the service's base exception.</summary>
    /// <param name="error">Code, message, request id and status.</param>
    /// <param name="body">The JSON the exception's own members are read from; anything else is ignored.</param>
    public AmazonServiceException Create(ErrorResponse error, ReadOnlyMemory<byte> body)
    {
        var type = types.GetValueOrDefault(error.Code ?? "", baseType);
        var exception = (AmazonServiceException)Activator.CreateInstance(
            type, error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)!;
        ReadMembers(exception, body);
        return exception;
    }

    private static void ReadMembers(AmazonServiceException exception, ReadOnlyMemory<byte> body)
    {
        var members = exception.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite)
            .ToArray();
        if (members.Length == 0 || body.IsEmpty)
            return;

        try
        {
            using var json = JsonDocument.Parse(body);
            foreach (var property in members)
            {
                if (json.RootElement.TryGetProperty(RestJsonContract.WireName(property), out var value))
                    property.SetValue(exception, value.Deserialize(property.PropertyType, RestJsonContract.Options));
            }
        }
        catch (JsonException)
        {
            // The details are extra: the code, message and status of the error are already there.
        }
    }
}
