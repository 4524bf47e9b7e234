using Amazon.Bedrock;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.SecurityToken;

namespace Portal.Aws;

// The SDK's seam for a handler of one's own is this protected method, so each client is derived once. It runs inside the base constructor; captured
// constructor parameters are already set by then.

internal sealed class PacedS3Client(AWSCredentials credentials, AmazonS3Config config, PacingHandler handler) : AmazonS3Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}

internal sealed class PacedStsClient(AWSCredentials credentials, AmazonSecurityTokenServiceConfig config, PacingHandler handler) : AmazonSecurityTokenServiceClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}

internal sealed class PacedBedrockClient(AWSCredentials credentials, AmazonBedrockConfig config, PacingHandler handler) : AmazonBedrockClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}

internal sealed class PacedBedrockAgentClient(AWSCredentials credentials, AmazonBedrockAgentConfig config, PacingHandler handler) : AmazonBedrockAgentClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}

internal sealed class PacedBedrockAgentRuntimeClient(AWSCredentials credentials, AmazonBedrockAgentRuntimeConfig config, PacingHandler handler) : AmazonBedrockAgentRuntimeClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}

internal sealed class PacedBedrockRuntimeClient(AWSCredentials credentials, AmazonBedrockRuntimeConfig config, PacingHandler handler) : AmazonBedrockRuntimeClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(handler);
    }
}
