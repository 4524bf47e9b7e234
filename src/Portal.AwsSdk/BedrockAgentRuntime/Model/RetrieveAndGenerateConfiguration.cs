using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>From what and how to answer.</summary>
public class RetrieveAndGenerateConfiguration
{
    public ExternalSourcesRetrieveAndGenerateConfiguration? ExternalSourcesConfiguration { get; set; }

    public KnowledgeBaseRetrieveAndGenerateConfiguration? KnowledgeBaseConfiguration { get; set; }

    public RetrieveAndGenerateType Type { get; set; }
}

/// <summary>Answers from documents given with the question.</summary>
public class ExternalSourcesRetrieveAndGenerateConfiguration
{
    public ExternalSourcesGenerationConfiguration? GenerationConfiguration { get; set; }

    public string ModelArn { get; set; }

    public List<ExternalSource>? Sources { get; set; }
}

/// <summary>How the model answers from given documents.</summary>
public class ExternalSourcesGenerationConfiguration
{
    /// <summary>Inference parameters of the model's own, beyond the common ones.</summary>
    public Dictionary<string, Document>? AdditionalModelRequestFields { get; set; }

    public GuardrailConfiguration? GuardrailConfiguration { get; set; }

    public InferenceConfig? InferenceConfig { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public PromptTemplate? PromptTemplate { get; set; }
}

/// <summary>A document given with the question.</summary>
public class ExternalSource
{
    public ByteContentDoc? ByteContent { get; set; }

    public S3ObjectDoc? S3Location { get; set; }

    public ExternalSourceType SourceType { get; set; }
}

/// <summary>A document as bytes.</summary>
public class ByteContentDoc
{
    public string ContentType { get; set; }

    public MemoryStream Data { get; set; }

    public string Identifier { get; set; }
}

/// <summary>A document in S3.</summary>
public class S3ObjectDoc
{
    public string Uri { get; set; }
}

/// <summary>Answers from a knowledge base.</summary>
public class KnowledgeBaseRetrieveAndGenerateConfiguration
{
    public GenerationConfiguration? GenerationConfiguration { get; set; }

    public string KnowledgeBaseId { get; set; }

    public string ModelArn { get; set; }

    public OrchestrationConfiguration? OrchestrationConfiguration { get; set; }

    public KnowledgeBaseRetrievalConfiguration? RetrievalConfiguration { get; set; }
}

/// <summary>How the model answers from the chunks.</summary>
public class GenerationConfiguration
{
    /// <summary>Inference parameters of the model's own, beyond the common ones.</summary>
    public Dictionary<string, Document>? AdditionalModelRequestFields { get; set; }

    public GuardrailConfiguration? GuardrailConfiguration { get; set; }

    public InferenceConfig? InferenceConfig { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public PromptTemplate? PromptTemplate { get; set; }
}

/// <summary>How the question is prepared for the search.</summary>
public class OrchestrationConfiguration
{
    /// <summary>Inference parameters of the model's own, beyond the common ones.</summary>
    public Dictionary<string, Document>? AdditionalModelRequestFields { get; set; }

    public InferenceConfig? InferenceConfig { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public PromptTemplate? PromptTemplate { get; set; }

    public QueryTransformationConfiguration? QueryTransformationConfiguration { get; set; }
}

/// <summary>Whether a complex question is split.</summary>
public class QueryTransformationConfiguration
{
    public QueryTransformationType Type { get; set; }
}
