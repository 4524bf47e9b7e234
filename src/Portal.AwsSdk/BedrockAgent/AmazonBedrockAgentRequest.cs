using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>Base class of the service's requests.</summary>
public class AmazonBedrockAgentRequest : AmazonWebServiceRequest;
