using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>The ways to cut documents; NONE makes each file one chunk.</summary>
public class ChunkingStrategy : ConstantClass
{
    public static readonly ChunkingStrategy FIXED_SIZE = new("FIXED_SIZE");
    public static readonly ChunkingStrategy HIERARCHICAL = new("HIERARCHICAL");
    public static readonly ChunkingStrategy NONE = new("NONE");
    public static readonly ChunkingStrategy SEMANTIC = new("SEMANTIC");

    public ChunkingStrategy(string value) : base(value) { }

    public static ChunkingStrategy FindValue(string value) => FindValue<ChunkingStrategy>(value);

    public static implicit operator ChunkingStrategy(string value) => FindValue(value);
}

public class ContextEnrichmentType : ConstantClass
{
    public static readonly ContextEnrichmentType BEDROCK_FOUNDATION_MODEL = new("BEDROCK_FOUNDATION_MODEL");

    public ContextEnrichmentType(string value) : base(value) { }

    public static ContextEnrichmentType FindValue(string value) => FindValue<ContextEnrichmentType>(value);

    public static implicit operator ContextEnrichmentType(string value) => FindValue(value);
}

public class EnrichmentStrategyMethod : ConstantClass
{
    public static readonly EnrichmentStrategyMethod CHUNK_ENTITY_EXTRACTION = new("CHUNK_ENTITY_EXTRACTION");

    public EnrichmentStrategyMethod(string value) : base(value) { }

    public static EnrichmentStrategyMethod FindValue(string value) => FindValue<EnrichmentStrategyMethod>(value);

    public static implicit operator EnrichmentStrategyMethod(string value) => FindValue(value);
}

public class IngestionJobFilterAttribute : ConstantClass
{
    public static readonly IngestionJobFilterAttribute STATUS = new("STATUS");

    public IngestionJobFilterAttribute(string value) : base(value) { }

    public static IngestionJobFilterAttribute FindValue(string value) => FindValue<IngestionJobFilterAttribute>(value);

    public static implicit operator IngestionJobFilterAttribute(string value) => FindValue(value);
}

/// <summary>The comparisons a filter knows.</summary>
public class IngestionJobFilterOperator : ConstantClass
{
    public static readonly IngestionJobFilterOperator EQ = new("EQ");

    public IngestionJobFilterOperator(string value) : base(value) { }

    public static IngestionJobFilterOperator FindValue(string value) => FindValue<IngestionJobFilterOperator>(value);

    public static implicit operator IngestionJobFilterOperator(string value) => FindValue(value);
}

public class IngestionJobSortByAttribute : ConstantClass
{
    public static readonly IngestionJobSortByAttribute STARTED_AT = new("STARTED_AT");
    public static readonly IngestionJobSortByAttribute STATUS = new("STATUS");

    public IngestionJobSortByAttribute(string value) : base(value) { }

    public static IngestionJobSortByAttribute FindValue(string value) => FindValue<IngestionJobSortByAttribute>(value);

    public static implicit operator IngestionJobSortByAttribute(string value) => FindValue(value);
}

/// <summary>The life of an ingestion job.</summary>
public class IngestionJobStatus : ConstantClass
{
    public static readonly IngestionJobStatus COMPLETE = new("COMPLETE");
    public static readonly IngestionJobStatus FAILED = new("FAILED");
    public static readonly IngestionJobStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly IngestionJobStatus STARTING = new("STARTING");
    public static readonly IngestionJobStatus STOPPED = new("STOPPED");
    public static readonly IngestionJobStatus STOPPING = new("STOPPING");

    public IngestionJobStatus(string value) : base(value) { }

    public static IngestionJobStatus FindValue(string value) => FindValue<IngestionJobStatus>(value);

    public static implicit operator IngestionJobStatus(string value) => FindValue(value);
}

public class ParsingModality : ConstantClass
{
    public static readonly ParsingModality MULTIMODAL = new("MULTIMODAL");

    public ParsingModality(string value) : base(value) { }

    public static ParsingModality FindValue(string value) => FindValue<ParsingModality>(value);

    public static implicit operator ParsingModality(string value) => FindValue(value);
}

public class ParsingStrategy : ConstantClass
{
    public static readonly ParsingStrategy BEDROCK_DATA_AUTOMATION = new("BEDROCK_DATA_AUTOMATION");
    public static readonly ParsingStrategy BEDROCK_FOUNDATION_MODEL = new("BEDROCK_FOUNDATION_MODEL");
    public static readonly ParsingStrategy SMART_PARSING = new("SMART_PARSING");

    public ParsingStrategy(string value) : base(value) { }

    public static ParsingStrategy FindValue(string value) => FindValue<ParsingStrategy>(value);

    public static implicit operator ParsingStrategy(string value) => FindValue(value);
}

public class SortOrder : ConstantClass
{
    public static readonly SortOrder ASCENDING = new("ASCENDING");
    public static readonly SortOrder DESCENDING = new("DESCENDING");

    public SortOrder(string value) : base(value) { }

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);
}

public class StepType : ConstantClass
{
    public static readonly StepType POST_CHUNKING = new("POST_CHUNKING");

    public StepType(string value) : base(value) { }

    public static StepType FindValue(string value) => FindValue<StepType>(value);

    public static implicit operator StepType(string value) => FindValue(value);
}
