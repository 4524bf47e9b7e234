using System.Reflection;

namespace Portal.AwsSdk.Protocol;

/// <summary>A member that travels outside the JSON body, with its name there.</summary>
internal readonly record struct BoundMember(PropertyInfo Property, string Name)
{
    public static BoundMember[] Labels(Type shape) =>
        Find<UriLabelAttribute>(shape, (property, _) => $"{{{RestJsonContract.WireName(property)}}}");

    public static BoundMember[] Queries(Type shape) => Find<QueryStringAttribute>(shape, (_, attribute) => attribute.Name);

    public static BoundMember[] Headers(Type shape) => Find<HeaderAttribute>(shape, (_, attribute) => attribute.Name);

    public static PropertyInfo? Payload(Type shape) =>
        shape.GetProperties().SingleOrDefault(property => property.IsDefined(typeof(PayloadAttribute)));

    public object? Get(object shape) => Property.GetValue(shape);

    private static BoundMember[] Find<TAttribute>(Type shape, Func<PropertyInfo, TAttribute, string> name) where TAttribute : Attribute =>
    [
        .. from property in shape.GetProperties()
           let attribute = property.GetCustomAttribute<TAttribute>()
           where attribute is not null
           select new BoundMember(property, name(property, attribute)),
    ];
}
