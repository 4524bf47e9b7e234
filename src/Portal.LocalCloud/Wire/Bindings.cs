namespace Portal.LocalCloud.Wire;

/// <summary>Bound to a header. On a dictionary the name is a prefix, as <c>x-amz-meta-</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HeaderAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Bound to a query parameter; lists take it repeatedly.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QueryAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// Is the whole body: a record in the protocol's format, <c>byte[]</c>, <see cref="RequestBody"/>, <see cref="ResponseBody"/> or a
/// sequence of <see cref="EventStream.StreamEvent"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PayloadAttribute : Attribute;

/// <summary>Replaces the operation's status when it is not null.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StatusAttribute : Attribute;

/// <summary>The member's name on the wire where the protocol's convention does not give it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class NamedAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>XML: the list's items stand directly in the parent, without a wrapping element.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlatAttribute : Attribute;

/// <summary>XML: the flat list's items are of several types, and each element bears its type's name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MixedAttribute : Attribute;

/// <summary>XML: the element name of the list's items; <c>member</c> without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>XML: an attribute of the element rather than a child.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class XmlAttributeAttribute : Attribute;

/// <summary>XML: the bare text of the element rather than a child.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class XmlTextAttribute : Attribute;

/// <summary>XML: the namespace of the root element.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NamespaceAttribute(string uri) : Attribute
{
    public string Uri { get; } = uri;
}

/// <summary>Exactly one member must be set.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UnionAttribute : Attribute;

/// <summary>A constraint of the AWS model on a member, or on each item of a list.</summary>
internal abstract class ConstraintAttribute : Attribute
{
    /// <summary>Applies to each item (for a map: to each value) instead of the member itself.</summary>
    public bool Each { get; init; }

    /// <summary>The broken rule as AWS words it, or null.</summary>
    public abstract string? Broken(object value);
}

/// <summary>Characters of a text, bytes of a blob, items of a list or map.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class LengthAttribute(int min, int max = int.MaxValue) : ConstraintAttribute
{
    public override string? Broken(object value)
    {
        var length = value switch
        {
            string text => text.EnumerateRunes().Count(),
            System.Collections.ICollection items => items.Count,
            System.Text.Json.JsonElement => min,
            _ => min,
        };
        return length < min ? $"Member must have length greater than or equal to {min}"
            : length > max ? $"Member must have length less than or equal to {max}"
            : null;
    }
}

[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class PatternAttribute(string pattern) : ConstraintAttribute
{
    // AWS matches the whole value whether or not the model writes the anchors.
    private readonly System.Text.RegularExpressions.Regex regex = new(
        $@"\A(?:{pattern})\z", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    public override string? Broken(object value) =>
        regex.IsMatch((string)value) ? null : $"Member must satisfy regular expression pattern: {pattern}";
}

[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class OneOfAttribute(params string[] values) : ConstraintAttribute
{
    public override string? Broken(object value) =>
        values.Contains((string)value) ? null : $"Member must satisfy enum value set: [{string.Join(", ", values)}]";
}

/// <summary>Numbers, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class BetweenAttribute(double min, double max = double.MaxValue) : ConstraintAttribute
{
    public override string? Broken(object value)
    {
        var number = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        return number < min ? FormattableString.Invariant($"Member must have value greater than or equal to {min}")
            : number > max ? FormattableString.Invariant($"Member must have value less than or equal to {max}")
            : null;
    }
}
