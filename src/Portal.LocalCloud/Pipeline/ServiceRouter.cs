using Portal.LocalCloud.Pipeline.Signatures;

namespace Portal.LocalCloud.Pipeline;

/// <summary>
/// Finds the service a request is meant for: by the service name in its credential scope and, where several share one, by which of them
/// knows the path. Without a signature, by the look of the request, so that the refusal comes in the right format.
/// </summary>
internal sealed class ServiceRouter(IEnumerable<ServiceApi> services)
{
    private readonly IReadOnlyList<ServiceApi> services = [.. services];

    public ServiceApi Route(AwsCall call, SignatureClaim? claim)
    {
        if (claim is null)
            return Guess(call);
        var candidates = services.Where(service => service.SigningName == claim.Scope.Service).ToList();
        return candidates.Count switch
        {
            0 => Guess(call),
            1 => candidates[0],
            _ => candidates.FirstOrDefault(service => service.Wire.Find(service, call) is not null)
                ?? candidates.FirstOrDefault(service => service.Wire.Recognises(call))
                ?? candidates[0],
        };
    }

    public ServiceApi Guess(AwsCall call) =>
        services.FirstOrDefault(service => service.Wire.Recognises(call)) ?? services.First(service => service.StreamsBodies);
}
