using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Portal.Web.Documents;

namespace Portal.E2E.Stage;

/// <summary>The address of every page there is, read from the pages themselves, so that a new page is tested without anyone thinking of it.</summary>
internal static partial class Addresses
{
    // Plain pages of people who are not signed in, and one that only a portal without users has.
    private static readonly string[] Outside = ["/sign-in", "/setup"];

    /// <summary>All pages of signed-in people, about one tenant where they are about one.</summary>
    /// <param name="slug">The tenant.</param>
    /// <param name="operationId">An operation.</param>
    /// <param name="knowledgeBaseId">A knowledge base.</param>
    public static IReadOnlyList<string> Of(string slug, string operationId, string knowledgeBaseId) =>
    [
        .. typeof(DocumentLinks).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
            .Where(template => !Outside.Contains(template)).Order(StringComparer.Ordinal)
            .Select(template => Parameter().Replace(template, found => found.Value switch
            {
                "{Slug}" => slug,
                "{Id:guid}" => operationId,
                "{Id}" => knowledgeBaseId,
                "{*Folder}" => "policies",
                "{Status:int}" => "404",
                _ => throw new InvalidOperationException($"The page {template} has a parameter {found.Value} that nothing stands for yet."),
            })),
    ];

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
