using System.Collections;
using System.Text;
using System.Xml;

namespace Portal.LocalCloud.Wire;

/// <summary>Writes records as XML elements, members by name, lists wrapped or flat.</summary>
internal static class XmlRecordWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
    };

    public static byte[] Document(string root, string ns, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement(root, ns);
            content(xml);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    public static void WriteMembers(XmlWriter xml, Shape shape, object record)
    {
        foreach (var member in shape.Members)
        {
            if (member.IsInBody && member.IsXmlAttribute && member.Get(record) is { } value)
                xml.WriteAttributeString(member.XmlName, Scalar.Format(value));
        }

        foreach (var member in shape.Members)
        {
            if (!member.IsInBody || member.IsXmlAttribute || member.Get(record) is not { } value)
                continue;
            if (member.IsXmlText)
                xml.WriteString(Scalar.Format(value));
            else
                WriteMember(xml, member, value);
        }
    }

    private static void WriteMember(XmlWriter xml, ShapeMember member, object value)
    {
        if (member.Type.Item is null)
        {
            WriteElement(xml, member.XmlName, value);
            return;
        }

        if (!member.IsFlat)
            xml.WriteStartElement(member.XmlName);
        foreach (var item in (IEnumerable)value)
            WriteElement(xml, member.IsMixed ? Shape.Of(item.GetType()).XmlName : member.ItemName, item);
        if (!member.IsFlat)
            xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, object value)
    {
        xml.WriteStartElement(name);
        if (Scalar.Is(value.GetType()))
            xml.WriteString(Scalar.Format(value));
        else
            WriteMembers(xml, Shape.Of(value.GetType()), value);
        xml.WriteEndElement();
    }
}
