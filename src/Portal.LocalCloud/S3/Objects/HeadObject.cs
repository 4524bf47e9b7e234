using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record HeadObjectRequest : ObjectReadRequest;

[Http("HEAD", "/{Bucket}/{Key+}")]
internal sealed class HeadObject(ObjectShelf shelf) : IOperation<HeadObjectRequest, GetObjectResponse>
{
    public async Task<GetObjectResponse> Handle(HeadObjectRequest request, CancellationToken token)
    {
        var version = await shelf.FindAsync(request.Bucket, request.Key, request.VersionId, token);
        return ObjectReading.Respond(request, version, static (_, length) => new ResponseBody(length, static (_, _) => Task.CompletedTask));
    }
}
