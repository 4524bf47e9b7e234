namespace Amazon.BedrockAgent.Model;

/// <summary>A vector index of Amazon S3 Vectors: by its ARN, or by bucket and name.</summary>
public class S3VectorsConfiguration
{
    public string? VectorBucketArn { get; set; }

    public string? IndexArn { get; set; }

    public string? IndexName { get; set; }
}
