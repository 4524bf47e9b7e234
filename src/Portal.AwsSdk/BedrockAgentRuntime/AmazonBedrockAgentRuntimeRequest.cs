using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

/// <summary>Base class of the service's requests.</summary>
public class AmazonBedrockAgentRuntimeRequest : AmazonWebServiceRequest;
