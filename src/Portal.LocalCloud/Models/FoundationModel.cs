namespace Portal.LocalCloud.Models;

/// <summary>
/// A model LocalCloud answers to, by AWS's model id or the built-in model's own. Profiles are the prefixes of the system inference profiles that lead to it, e.g. <c>us</c>, <c>global</c>.
/// </summary>
internal sealed record FoundationModel(string Id, string Name, string Provider, ModelPurpose Purpose, IReadOnlyList<string> Profiles, bool ReadsImages, bool IsLegacy)
{
    public bool IsBuiltIn => Provider == ModelCatalog.BuiltInProvider;
}

internal enum ModelPurpose
{
    Chat,
    Embedding,
}
