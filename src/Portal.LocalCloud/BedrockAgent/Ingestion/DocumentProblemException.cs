namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Why one document cannot be indexed, in a sentence for its status reason and the job's failure reasons.</summary>
internal sealed class DocumentProblemException(string reason) : Exception(reason);
