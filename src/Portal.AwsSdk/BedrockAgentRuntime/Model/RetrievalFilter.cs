using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A condition on metadata attributes, or a group of conditions; exactly one member is set.</summary>
public class RetrievalFilter
{
    /// <summary>All of these must hold.</summary>
    public List<RetrievalFilter>? AndAll { get; set; }

    /// <summary>The attribute has the value.</summary>
    public new FilterAttribute? Equals { get; set; }

    public FilterAttribute? GreaterThan { get; set; }

    public FilterAttribute? GreaterThanOrEquals { get; set; }

    /// <summary>The attribute has one of the listed values.</summary>
    public FilterAttribute? In { get; set; }

    public FilterAttribute? LessThan { get; set; }

    public FilterAttribute? LessThanOrEquals { get; set; }

    /// <summary>The attribute is a list that holds the value.</summary>
    public FilterAttribute? ListContains { get; set; }

    /// <summary>The attribute has another value or is missing.</summary>
    public FilterAttribute? NotEquals { get; set; }

    /// <summary>The attribute has none of the listed values or is missing.</summary>
    public FilterAttribute? NotIn { get; set; }

    /// <summary>At least one of these must hold.</summary>
    public List<RetrievalFilter>? OrAll { get; set; }

    /// <summary>The text begins with the value.</summary>
    public FilterAttribute? StartsWith { get; set; }

    /// <summary>The text, or a text of the list, contains the value.</summary>
    public FilterAttribute? StringContains { get; set; }
}

/// <summary>A metadata attribute and the value it is compared with.</summary>
public class FilterAttribute
{
    public string Key { get; set; }

    /// <summary>Text, number, truth value or list of texts, as the operator demands.</summary>
    public Document Value { get; set; }
}
