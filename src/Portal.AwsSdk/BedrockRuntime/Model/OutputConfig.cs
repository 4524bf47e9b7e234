namespace Amazon.BedrockRuntime.Model;

/// <summary>The form of the answer.</summary>
public class OutputConfig
{
    public OutputFormat? TextFormat { get; set; }

    public string? Effort { get; set; }
}

/// <summary>The form of a text answer.</summary>
public class OutputFormat
{
    public OutputFormatType Type { get; set; }

    public OutputFormatStructure Structure { get; set; }
}

/// <summary>The structure of a text answer; exactly one member is set.</summary>
public class OutputFormatStructure
{
    public JsonSchemaDefinition? JsonSchema { get; set; }
}

/// <summary>A JSON schema the answer keeps to.</summary>
public class JsonSchemaDefinition
{
    public string Schema { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }
}
