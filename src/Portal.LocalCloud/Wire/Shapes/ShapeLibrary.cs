using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.LocalCloud.Wire.Shapes;

/// <summary>
/// The input shapes of one service, read from an embedded text. Each shape is a line <c>Name = kind …</c>: <c>structure</c> and <c>union</c> are followed by
/// indented members <c>name[!]: Shape</c>; <c>string</c>, <c>integer</c>, <c>long</c>, <c>double</c>, <c>float</c>, <c>blob</c> take bounds <c>a..b</c>, and
/// <c>string</c> a pattern after <c>~</c>; <c>enum A | B</c>; <c>list Shape a..b</c>; <c>map Key Value a..b</c>; <c>boolean</c>, <c>timestamp</c>, <c>document</c>.
/// </summary>
internal sealed class ShapeLibrary
{
    private readonly Dictionary<string, InputShape> _shapes;

    private ShapeLibrary(Dictionary<string, InputShape> shapes) => _shapes = shapes;

    public InputShape this[string name] => _shapes.TryGetValue(name, out var shape) ? shape : throw new KeyNotFoundException($"No shape is named {name}.");

    /// <summary>Reads the embedded text whose resource name ends with <paramref name="file"/>.</summary>
    public static ShapeLibrary Load(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith("." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return Parse(reader.ReadToEnd());
    }

    public static ShapeLibrary Parse(string text)
    {
        var shapes = new Dictionary<string, InputShape>(StringComparer.Ordinal);
        Dictionary<string, MemberShape>? members = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ')
            {
                var member = ParseMember(line.Trim());
                members!.Add(member.Name, member);
                continue;
            }

            var split = line.IndexOf(" = ", StringComparison.Ordinal);
            var name = line[..split];
            var definition = line[(split + 3)..];
            if (definition is "structure" or "union")
            {
                members = new Dictionary<string, MemberShape>(StringComparer.Ordinal);
                shapes.Add(name, new StructureShape(name, definition == "union", members));
            }
            else
            {
                shapes.Add(name, ParseValue(name, definition));
            }
        }

        return new ShapeLibrary(shapes);
    }

    private static MemberShape ParseMember(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var required = line[colon - 1] == '!';
        return new MemberShape(line[..(required ? colon - 1 : colon)], line[(colon + 1)..].Trim(), required);
    }

    private static InputShape ParseValue(string name, string definition)
    {
        var space = definition.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? definition : definition[..space];
        var rest = space < 0 ? "" : definition[(space + 1)..];
        switch (kind)
        {
            case "string":
                var tilde = rest.IndexOf("~ ", StringComparison.Ordinal);
                var pattern = tilde < 0 ? null : rest[(tilde + 2)..];
                var regex = pattern is null ? null : new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                return new TextShape(name, ParseBounds(tilde < 0 ? rest : rest[..tilde]), regex, pattern);
            case "enum":
                return new EnumShape(name, rest.Split(" | "));
            case "integer" or "long":
                return new NumberShape(name, ParseBounds(rest), Whole: true);
            case "double" or "float":
                return new NumberShape(name, ParseBounds(rest), Whole: false);
            case "boolean":
                return new BooleanShape(name);
            case "blob":
                return new BlobShape(name, ParseBounds(rest));
            case "timestamp":
                return new TimestampShape(name);
            case "list":
                var list = rest.Split(' ');
                return new ListShape(name, list[0], ParseBounds(list.Length > 1 ? list[1] : ""));
            case "map":
                var map = rest.Split(' ');
                return new MapShape(name, map[0], map[1], ParseBounds(map.Length > 2 ? map[2] : ""));
            case "document":
                return new DocumentShape(name);
            default:
                throw new FormatException($"Shape {name} is of the unknown kind {kind}.");
        }
    }

    private static Bounds ParseBounds(string text)
    {
        var parts = text.Trim().Split("..");
        return parts.Length < 2 ? default : new Bounds(Number(parts[0]), Number(parts[1]));

        static double? Number(string part) => part.Length == 0 ? null : double.Parse(part, CultureInfo.InvariantCulture);
    }
}
