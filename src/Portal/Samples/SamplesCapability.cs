using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Operations;

namespace Portal.Samples;

public static class SamplesCapability
{
    /// <summary>The sample workspace, loaded at set-up when the first administrator wants it.</summary>
    public static IServiceCollection AddSamples(this IServiceCollection services)
    {
        services.AddOperation<LoadSample>();
        return services.AddSingleton(provider => new SetupFollowUp(async (choice, cancellation) =>
        {
            if (choice.LoadSample) await provider.GetRequiredService<OperationDesk>().StartAsync<LoadSample, SampleChoice>(choice.Administrator, new SampleChoice(), [], "sample.load", cancellation);
        }));
    }
}
