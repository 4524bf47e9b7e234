namespace Amazon.BedrockAgent.Model;

/// <summary>How documents are parsed, chunked and enriched. Chunking and parsing are fixed at creation.</summary>
public class VectorIngestionConfiguration
{
    public ChunkingConfiguration? ChunkingConfiguration { get; set; }

    public CustomTransformationConfiguration? CustomTransformationConfiguration { get; set; }

    public ParsingConfiguration? ParsingConfiguration { get; set; }

    public ContextEnrichmentConfiguration? ContextEnrichmentConfiguration { get; set; }
}

/// <summary>The caller's own steps between parsing and embedding.</summary>
public class CustomTransformationConfiguration
{
    public IntermediateStorage IntermediateStorage { get; set; }

    public List<Transformation>? Transformations { get; set; }
}

/// <summary>Where documents are put between steps.</summary>
public class IntermediateStorage
{
    public S3Location S3Location { get; set; }
}

/// <summary>One step of the caller's own, and when it runs.</summary>
public class Transformation
{
    public TransformationFunction TransformationFunction { get; set; }

    public StepType StepToApply { get; set; }
}

/// <summary>What a step calls.</summary>
public class TransformationFunction
{
    public TransformationLambdaConfiguration TransformationLambdaConfiguration { get; set; }
}

/// <summary>The Lambda function a step calls.</summary>
public class TransformationLambdaConfiguration
{
    public string LambdaArn { get; set; }
}

/// <summary>What is added to chunks, for graph stores.</summary>
public class ContextEnrichmentConfiguration
{
    public ContextEnrichmentType Type { get; set; }

    public BedrockFoundationModelContextEnrichmentConfiguration? BedrockFoundationModelConfiguration { get; set; }
}

/// <summary>The model that adds to chunks.</summary>
public class BedrockFoundationModelContextEnrichmentConfiguration
{
    public EnrichmentStrategyConfiguration EnrichmentStrategyConfiguration { get; set; }

    public string ModelArn { get; set; }
}

/// <summary>What is added to chunks.</summary>
public class EnrichmentStrategyConfiguration
{
    public EnrichmentStrategyMethod Method { get; set; }
}
