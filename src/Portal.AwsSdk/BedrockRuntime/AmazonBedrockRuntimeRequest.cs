using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>Base class of the service's requests.</summary>
public class AmazonBedrockRuntimeRequest : AmazonWebServiceRequest;
