using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.Sts;

public sealed class StsTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetCallerIdentity_IsTheLocalUser()
    {
        using var sts = Client();
        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Token);
        Assert.Equal(("000000000000", "arn:aws:iam::000000000000:user/local"), (identity.Account, identity.Arn));
        Assert.NotEmpty(identity.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task GetCallerIdentity_UnknownKeyOrWrongSecret_HasItsCode()
    {
        using var unknown = Client("nobody");
        Assert.Equal("InvalidClientTokenId", (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => unknown.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Token))).ErrorCode);
        using var wrong = Client(secret: "wrong");
        Assert.Equal("SignatureDoesNotMatch", (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => wrong.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Token))).ErrorCode);
    }

    [Fact]
    public async Task AssumeRole_IsDeniedByName()
    {
        using var sts = Client();
        var error = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(
            () => sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = "arn:aws:iam::000000000000:role/any", RoleSessionName = "here" }, Token));
        Assert.Equal("AccessDenied", error.ErrorCode);
        Assert.Contains("sts:AssumeRole", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAction_IsInvalidAction()
    {
        using var sts = Client();
        Assert.Equal("InvalidAction", (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => sts.GetSessionTokenAsync(new GetSessionTokenRequest(), Token))).ErrorCode);
    }

    [Fact]
    public async Task GetCallerIdentity_Throttled_HasItsCode()
    {
        cloud.Faults.Arm(new ArmedFault { On = "GetCallerIdentity", Kind = FaultKind.Throttle, Times = 1 });
        using var sts = Client();
        Assert.Equal("Throttling", (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Token))).ErrorCode);
    }

    private AmazonSecurityTokenServiceClient Client(string key = "local", string secret = "local-secret-key") =>
        new(new BasicAWSCredentials(key, secret), new AmazonSecurityTokenServiceConfig { ServiceURL = cloud.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
