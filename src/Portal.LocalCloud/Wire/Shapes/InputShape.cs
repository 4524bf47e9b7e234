using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Portal.LocalCloud.Wire.Shapes;

/// <summary>What one named shape of a service allows. Bounds mean length for text and blobs, size for lists and maps, value for numbers.</summary>
internal abstract record InputShape(string Name);

/// <summary>A structure or, when <paramref name="IsUnion"/>, a structure of which exactly one member may be set.</summary>
internal sealed record StructureShape(string Name, bool IsUnion, IReadOnlyDictionary<string, MemberShape> Members) : InputShape(Name);

internal sealed record MemberShape(string Name, string Target, bool Required);

internal sealed record TextShape(string Name, Bounds Bounds, Regex? Pattern, string? PatternText) : InputShape(Name);

internal sealed record EnumShape(string Name, IReadOnlyList<string> Values) : InputShape(Name);

internal sealed record NumberShape(string Name, Bounds Bounds, bool Whole) : InputShape(Name);

internal sealed record BooleanShape(string Name) : InputShape(Name);

internal sealed record BlobShape(string Name, Bounds Bounds) : InputShape(Name);

internal sealed record TimestampShape(string Name) : InputShape(Name);

internal sealed record ListShape(string Name, string Member, Bounds Bounds) : InputShape(Name);

internal sealed record MapShape(string Name, string Key, string Value, Bounds Bounds) : InputShape(Name);

/// <summary>Free JSON.</summary>
internal sealed record DocumentShape(string Name) : InputShape(Name);

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bounds(double? Minimum, double? Maximum);
