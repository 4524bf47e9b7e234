namespace Portal.AwsSdk.Protocol;

/// <summary>The HTTP method and URI template of the operation a request class belongs to.</summary>
/// <param name="method">The HTTP method in upper case.</param>
/// <param name="uri">The path with <c>{labels}</c>; a trailing slash is part of it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RestOperationAttribute(string method, string uri) : Attribute
{
    public string Method { get; } = method;

    public string Uri { get; } = uri;
}

/// <summary>The member fills the URI label that bears its wire name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UriLabelAttribute : Attribute;

/// <summary>The member travels in the query string; a list repeats the parameter.</summary>
/// <param name="name">The parameter's name.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QueryStringAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The member travels as a header, in requests and responses.</summary>
/// <param name="name">The header's name.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HeaderAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The member is the whole body: raw bytes, or an event stream in responses.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PayloadAttribute : Attribute;

/// <summary>An unset member is sent as a new UUID; it is made once per call, so that retries repeat it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdempotencyTokenAttribute : Attribute;

/// <summary>Overrides the wire name, which otherwise is the member's name with its first letter in lower case.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
