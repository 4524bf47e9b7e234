using System.Xml.Linq;

namespace Portal.LocalCloud.Wire;

/// <summary>Binds XML elements to records. Namespaces are not looked at, as some clients leave them out.</summary>
internal static class XmlRecordReader
{
    /// <exception cref="FormatException">The element does not fit the record.</exception>
    /// <exception cref="UnsupportedMemberException">The element has a child the record does not know.</exception>
    public static object Read(XElement element, Shape shape)
    {
        var record = shape.Create();
        var lists = new Dictionary<ShapeMember, System.Collections.IList>();
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            var member = shape.Members.FirstOrDefault(candidate => candidate.IsInBody && (candidate.IsFlat ? candidate.ItemName : candidate.XmlName) == name)
                ?? throw new UnsupportedMemberException(name);
            if (member.Type.Item is not { } item)
            {
                member.Set(record, ReadValue(child, member.Type));
            }
            else
            {
                if (!lists.TryGetValue(member, out var list))
                {
                    lists[member] = list = member.Type.NewList();
                    member.Set(record, list);
                }

                foreach (var entry in member.IsFlat ? [child] : child.Elements())
                    list.Add(ReadValue(entry, item));
            }
        }

        return record;
    }

    private static object ReadValue(XElement element, ValueType type) =>
        type.IsRecord ? Read(element, Shape.Of(type.Clr)) : Scalar.Parse(element.Value, type.Clr);
}
