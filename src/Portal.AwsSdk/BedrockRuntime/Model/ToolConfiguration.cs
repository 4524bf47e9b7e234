using Amazon.Runtime.Documents;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The tools the model may use.</summary>
public class ToolConfiguration
{
    public List<Tool>? Tools { get; set; }

    public ToolChoice? ToolChoice { get; set; }
}

/// <summary>A tool, or a cache point after tools; exactly one member is set.</summary>
public class Tool
{
    public ToolSpecification? ToolSpec { get; set; }

    public SystemTool? SystemTool { get; set; }

    public CachePointBlock? CachePoint { get; set; }
}

/// <summary>A tool of the caller's.</summary>
public class ToolSpecification
{
    public string Name { get; set; }

    public string? Description { get; set; }

    public ToolInputSchema InputSchema { get; set; }

    public bool? Strict { get; set; }
}

/// <summary>What a tool's input looks like; exactly one member is set.</summary>
public class ToolInputSchema
{
    /// <summary>A JSON schema.</summary>
    public Document Json { get; set; }
}

/// <summary>A tool that the service runs.</summary>
public class SystemTool
{
    public string Name { get; set; }
}

/// <summary>Whether the model may, must or must not choose a tool; exactly one member is set.</summary>
public class ToolChoice
{
    public AutoToolChoice? Auto { get; set; }

    public AnyToolChoice? Any { get; set; }

    public SpecificToolChoice? Tool { get; set; }
}

/// <summary>The model decides whether to use a tool.</summary>
public class AutoToolChoice;

/// <summary>The model uses some tool.</summary>
public class AnyToolChoice;

/// <summary>The model uses this tool.</summary>
public class SpecificToolChoice
{
    public string Name { get; set; }
}
