namespace Portal.LocalCloud;

/// <summary>Where LocalCloud listens, whose requests it accepts, and how quickly its resources come to life.</summary>
public sealed class LocalCloudOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "LocalCloud";

    /// <summary>Loopback address of every service. Port 0 takes a free one; the host then tells which.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5081";

    public string AccessKeyId { get; set; } = "local";

    public string SecretAccessKey { get; set; } = "local-secret-key";

    public string Region { get; set; } = "us-east-1";

    /// <summary>Twelve digits.</summary>
    public string AccountId { get; set; } = "000000000000";

    /// <summary>Folder of the object bytes. One process owns it at a time.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary>The PostgreSQL database of LocalCloud's own.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a knowledge base stays CREATING.</summary>
    public double KnowledgeBaseSeconds { get; set; } = 1;

    /// <summary>How long an endpoint stays Creating.</summary>
    public double EndpointSeconds { get; set; } = 5;

    public ChatOptions Chat { get; set; } = new();

    /// <summary>Every rule the values break, one sentence each, naming the key.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
            yield return $"{Section}:Url must be a plain http address on loopback, but is '{Url}'.";
        if (AccessKeyId.Length == 0)
            yield return $"{Section}:AccessKeyId must not be empty.";
        if (SecretAccessKey.Length == 0)
            yield return $"{Section}:SecretAccessKey must not be empty.";
        if (Region.Length == 0)
            yield return $"{Section}:Region must not be empty.";
        if (AccountId.Length != 12 || !AccountId.All(char.IsAsciiDigit))
            yield return $"{Section}:AccountId must be twelve digits, but is '{AccountId}'.";
        if (DataDirectory.Length == 0)
            yield return $"{Section}:DataDirectory must name a folder.";
        if (ConnectionString.Length == 0)
            yield return $"{Section}:ConnectionString must name a PostgreSQL database.";
        if (KnowledgeBaseSeconds < 0 || EndpointSeconds < 0)
            yield return $"{Section}:KnowledgeBaseSeconds and {Section}:EndpointSeconds must not be negative.";
        if (Chat.OpenAiBaseUrl.Length > 0 && !(Uri.TryCreate(Chat.OpenAiBaseUrl, UriKind.Absolute, out var chat) && chat.Scheme is "http" or "https"))
            yield return $"{Section}:Chat:OpenAiBaseUrl must be an http or https address, but is '{Chat.OpenAiBaseUrl}'.";
        if (Chat.OpenAiBaseUrl.Length > 0 && Chat.OpenAiModel.Length == 0)
            yield return $"{Section}:Chat:OpenAiModel must name the model to ask {Section}:Chat:OpenAiBaseUrl for.";
    }

    public sealed class ChatOptions
    {
        /// <summary>An OpenAI-compatible server that generates text instead of the built-in extractive model; empty for none.</summary>
        public string OpenAiBaseUrl { get; set; } = "";

        /// <summary>The model to ask that server for.</summary>
        public string OpenAiModel { get; set; } = "";

        /// <summary>Sent as a bearer token; empty for none.</summary>
        public string OpenAiApiKey { get; set; } = "";
    }
}
