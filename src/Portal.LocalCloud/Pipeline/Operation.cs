using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Pipeline;

/// <summary>An operation of a service. It knows its records and the state, never HTTP.</summary>
internal interface IOperation<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : notnull
{
    Task<TResponse> Handle(TRequest request, CancellationToken token);
}

/// <summary>Where a REST operation lives.</summary>
/// <param name="method">The verb.</param>
/// <param name="uri">
/// Path template with <c>{label}</c> segments (<c>{Key+}</c> takes the rest, slashes included), and after a question mark the query
/// names that must be there, <c>name=value</c> where the value matters too.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HttpAttribute(string method, string uri) : Attribute
{
    public string Method { get; } = method;

    public string Uri { get; } = uri;

    public int Status { get; init; } = 200;

    /// <summary>A header that must be there for this operation to be meant.</summary>
    public string? RequiredHeader { get; init; }
}

/// <summary>The IAM actions a caller needs; without it, the service's prefix and the operation's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ActionsAttribute(params string[] actions) : Attribute
{
    public IReadOnlyList<string> Actions { get; } = actions;
}

/// <summary>A request whose needed IAM actions depend on what is in it, e.g. on a version id.</summary>
internal interface INamesActions
{
    IEnumerable<string> Actions();
}

/// <summary>A row of a service's operation table.</summary>
internal sealed class Operation
{
    private readonly Func<object, object, CancellationToken, Task<object>> invoke;
    private readonly ObjectFactory create;
    private object? instance;

    private Operation(Type type, Type request, Type response, Func<object, object, CancellationToken, Task<object>> invoke)
    {
        Name = type.Name;
        Http = (HttpAttribute?)Attribute.GetCustomAttribute(type, typeof(HttpAttribute));
        Route = Http is null ? null : new Route(Http);
        DeclaredActions = ((ActionsAttribute?)Attribute.GetCustomAttribute(type, typeof(ActionsAttribute)))?.Actions;
        Request = Shape.Of(request);
        Response = Shape.Of(response);
        create = ActivatorUtilities.CreateFactory(type, []);
        this.invoke = invoke;
    }

    /// <summary>AWS's name of the operation.</summary>
    public string Name { get; }

    public HttpAttribute? Http { get; }

    public Route? Route { get; }

    public IReadOnlyList<string>? DeclaredActions { get; }

    public Shape Request { get; }

    public Shape Response { get; }

    /// <typeparam name="T">A class that implements <see cref="IOperation{TRequest,TResponse}"/>.</typeparam>
    public static Operation Of<T>()
        where T : class
    {
        var contract = typeof(T).GetInterfaces()
            .Single(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IOperation<,>))
            .GetGenericArguments();
        return (Operation)typeof(Operation)
            .GetMethod(nameof(Create), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeof(T), contract[0], contract[1])
            .Invoke(null, null)!;
    }

    public Task<object> InvokeAsync(IServiceProvider services, object request, CancellationToken token) =>
        invoke(LazyInitializer.EnsureInitialized(ref instance, () => create(services, [])), request, token);

    private static Operation Create<T, TRequest, TResponse>()
        where T : class, IOperation<TRequest, TResponse>
        where TRequest : notnull
        where TResponse : notnull =>
        new(typeof(T), typeof(TRequest), typeof(TResponse),
            async (operation, request, token) => await ((T)operation).Handle((TRequest)request, token));
}
