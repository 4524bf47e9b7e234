using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.LocalCloud.Wire;

/// <summary>A record as the marshallers see it. Built once per type.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private Shape(Type type)
    {
        Type = type;
        Members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is not null && property.SetMethod is not null && property.Name != "EqualityContract")
            .Select(property => new ShapeMember(property))];
        IsUnion = type.IsDefined(typeof(UnionAttribute));
        XmlName = type.GetCustomAttribute<NamedAttribute>()?.Name ?? type.Name;
        XmlNamespace = type.GetCustomAttribute<NamespaceAttribute>()?.Uri ?? "";
        Payload = Members.FirstOrDefault(member => member.IsPayload);
    }

    public Type Type { get; }

    public IReadOnlyList<ShapeMember> Members { get; }

    public ShapeMember? Payload { get; }

    public bool IsUnion { get; }

    public string XmlName { get; }

    public string XmlNamespace { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, static key => new Shape(key));

    /// <summary>An empty record; members the sender leaves out keep their initial values.</summary>
    public object Create() => Activator.CreateInstance(Type)!;
}

/// <summary>One property of a request, response or nested record.</summary>
internal sealed class ShapeMember
{
    private readonly PropertyInfo property;

    public ShapeMember(PropertyInfo property)
    {
        this.property = property;
        var named = property.GetCustomAttribute<NamedAttribute>()?.Name;
        Name = property.Name;
        JsonName = named ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        XmlName = named ?? property.Name;
        HeaderName = property.GetCustomAttribute<HeaderAttribute>()?.Name;
        QueryName = property.GetCustomAttribute<QueryAttribute>()?.Name;
        IsPayload = property.IsDefined(typeof(PayloadAttribute));
        IsStatus = property.IsDefined(typeof(StatusAttribute));
        IsXmlAttribute = property.IsDefined(typeof(XmlAttributeAttribute));
        IsXmlText = property.IsDefined(typeof(XmlTextAttribute));
        IsMixed = property.IsDefined(typeof(MixedAttribute));
        IsFlat = IsMixed || property.IsDefined(typeof(FlatAttribute));
        ItemName = property.GetCustomAttribute<ItemAttribute>()?.Name ?? (IsFlat ? XmlName : "member");
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        Constraints = [.. property.GetCustomAttributes<ConstraintAttribute>()];
        Type = new ValueType(property.PropertyType);
    }

    public string Name { get; }

    public string JsonName { get; }

    public string XmlName { get; }

    public string? HeaderName { get; }

    public string? QueryName { get; }

    public bool IsPayload { get; }

    public bool IsStatus { get; }

    public bool IsXmlAttribute { get; }

    public bool IsXmlText { get; }

    public bool IsMixed { get; }

    public bool IsFlat { get; }

    public string ItemName { get; }

    /// <summary>Declared with C#'s <c>required</c>.</summary>
    public bool IsRequired { get; }

    /// <summary>True for members that travel in the body rather than in path, query, headers or status.</summary>
    public bool IsInBody => HeaderName is null && QueryName is null && !IsStatus && !IsPayload;

    public IReadOnlyList<ConstraintAttribute> Constraints { get; }

    public ValueType Type { get; }

    public object? Get(object owner) => property.GetValue(owner);

    public void Set(object owner, object? value) => property.SetValue(owner, value);
}

/// <summary>What a member may hold: a scalar, a list, a map from text, or a nested record.</summary>
internal sealed class ValueType
{
    public ValueType(Type declared)
    {
        Clr = Nullable.GetUnderlyingType(declared) ?? declared;
        if (Clr.IsGenericType && Clr.GetGenericTypeDefinition() is { } generic)
        {
            if (generic == typeof(IReadOnlyList<>) || generic == typeof(List<>))
                Item = new ValueType(Clr.GetGenericArguments()[0]);
            else if (generic == typeof(IReadOnlyDictionary<,>) || generic == typeof(Dictionary<,>))
                MapValue = new ValueType(Clr.GetGenericArguments()[1]);
        }
    }

    public Type Clr { get; }

    /// <summary>Set for lists.</summary>
    public ValueType? Item { get; }

    /// <summary>Set for maps.</summary>
    public ValueType? MapValue { get; }

    public bool IsRecord => Item is null && MapValue is null && !Scalar.Is(Clr);

    public IList NewList() => (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(Item!.Clr))!;

    public IDictionary NewMap() => (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), MapValue!.Clr))!;
}
