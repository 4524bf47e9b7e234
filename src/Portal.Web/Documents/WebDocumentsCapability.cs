namespace Portal.Web.Documents;

public static class WebDocumentsCapability
{
    /// <summary>What the pages of documents need of a circuit.</summary>
    public static IServiceCollection AddWebDocuments(this IServiceCollection services) => services.AddScoped<UploadToken>();
}
