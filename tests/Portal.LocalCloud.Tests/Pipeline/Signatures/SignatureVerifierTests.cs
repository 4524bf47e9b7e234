using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Pipeline.Signatures;
using Portal.LocalCloud.S3;
using Portal.LocalCloud.Wire.AwsQuery;
using Portal.LocalCloud.Wire.RestXml;
using Xunit;

namespace Portal.LocalCloud.Tests.Pipeline.Signatures;

/// <summary>The examples AWS publishes with its description of the algorithm, and what becomes of them when something is altered.</summary>
public sealed class SignatureVerifierTests
{
    private const string Credential = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string PresignedTarget =
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

    private static readonly DateTimeOffset Day = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);

    private static readonly LocalCloudOptions Options = new() { AccessKeyId = "AKIAIOSFODNN7EXAMPLE", SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

    private static readonly ServiceApi Api = new("s3", "s3", "s3", new RestXmlWire(new S3Vocabulary())) { StreamsBodies = true, Operations = [] };

    [Fact]
    public async Task GetWithRange_PublishedExample_IsAccepted() => await VerifyAsync(Get(), Day);

    [Fact]
    public async Task PresignedGet_PublishedExample_IsGoodForItsDayAndNotLonger()
    {
        await VerifyAsync(Call("GET", PresignedTarget), Day.AddSeconds(86400));
        Assert.Equal(SignatureProblemKind.Expired, await ProblemAsync(Call("GET", PresignedTarget), Day.AddSeconds(86401)));
        Assert.Equal(SignatureProblemKind.Expired, await ProblemAsync(Call("GET", PresignedTarget), Day.AddMinutes(-16)));
    }

    [Theory]
    [InlineData("X-Amz-Expires=86400", "X-Amz-Expires=604801", nameof(SignatureProblemKind.QueryMalformed))]
    [InlineData("X-Amz-Expires=86400", "X-Amz-Expires=ten", nameof(SignatureProblemKind.QueryMalformed))]
    [InlineData("X-Amz-Expires=86400", "X-Amz-Expires=86399", nameof(SignatureProblemKind.Mismatch))]
    [InlineData("&X-Amz-SignedHeaders=host", "", nameof(SignatureProblemKind.QueryMalformed))]
    [InlineData("us-east-1", "eu-west-1", nameof(SignatureProblemKind.WrongScope))]
    [InlineData("test.txt", "text.txt", nameof(SignatureProblemKind.Mismatch))]
    public async Task PresignedGet_Altered_IsRefused(string from, string to, string kind) =>
        Assert.Equal(kind, (await ProblemAsync(Call("GET", PresignedTarget.Replace(from, to, StringComparison.Ordinal)), Day)).ToString());

    [Theory]
    [InlineData("Range", "bytes=0-10", nameof(SignatureProblemKind.Mismatch))]
    [InlineData("Host", "other.s3.amazonaws.com", nameof(SignatureProblemKind.Mismatch))]
    [InlineData("x-amz-meta-added", "x", nameof(SignatureProblemKind.HeadersNotSigned))]
    [InlineData("x-amz-date", "20130524T000001Z", nameof(SignatureProblemKind.Mismatch))]
    [InlineData("x-amz-date", "20130525T000000Z", nameof(SignatureProblemKind.WrongScope))]
    public async Task GetWithRange_HeaderAltered_IsRefused(string header, string value, string kind)
    {
        var call = Get();
        call.Http.Request.Headers[header] = value;
        Assert.Equal(kind, (await ProblemAsync(call, Day)).ToString());
    }

    [Fact]
    public async Task GetWithRange_ClockSixteenMinutesOff_IsSkewed()
    {
        await VerifyAsync(Get(), Day.AddMinutes(15));
        Assert.Equal(SignatureProblemKind.Skewed, await ProblemAsync(Get(), Day.AddMinutes(16)));
        Assert.Equal(SignatureProblemKind.Skewed, await ProblemAsync(Get(), Day.AddMinutes(-16)));
    }

    [Fact]
    public async Task GetWithRange_OtherKeyId_IsUnknown()
    {
        var call = Get();
        call.Http.Request.Headers.Authorization = call.Http.Request.Headers.Authorization.ToString().Replace("AKIAIOSFODNN7EXAMPLE", "AKIAOTHER", StringComparison.Ordinal);
        Assert.Equal(SignatureProblemKind.UnknownKey, await ProblemAsync(call, Day));
    }

    [Theory]
    [InlineData("Basic abc", nameof(SignatureProblemKind.UnsupportedType))]
    [InlineData("AWS key:signature", nameof(SignatureProblemKind.UnsupportedType))]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, Signature=c", nameof(SignatureProblemKind.Malformed))]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c", nameof(SignatureProblemKind.Malformed))]
    public async Task AuthorizationHeader_OfAnotherForm_IsRefused(string header, string kind)
    {
        var call = Get();
        call.Http.Request.Headers.Authorization = header;
        Assert.Equal(kind, (await ProblemAsync(call, Day)).ToString());
    }

    [Fact]
    public async Task ChunkedPut_PublishedExample_IsUnframed()
    {
        var call = Chunked();
        await VerifyAsync(call, Day);
        Assert.Equal(new string('a', 66560), await ReadAsync(call.Body));
    }

    [Theory]
    [InlineData(200, (byte)'b')]
    [InlineData(66000, (byte)'b')]
    public async Task ChunkedPut_ByteAltered_IsFoundWhileReading(int at, byte value)
    {
        var call = Chunked(body => body[at] = value);
        await VerifyAsync(call, Day);
        var error = await Assert.ThrowsAsync<SignatureException>(() => ReadAsync(call.Body));
        Assert.Equal(SignatureProblemKind.Mismatch, error.Problem.Kind);
    }

    [Fact]
    public async Task ChunkedPut_CutShort_IsIncomplete()
    {
        var call = Chunked(length: 66000);
        await VerifyAsync(call, Day);
        Assert.Equal("IncompleteBody", (await Assert.ThrowsAsync<AwsFault>(() => ReadAsync(call.Body))).Code);
    }

    [Fact]
    public void Sentences_OfQueryServices_AreTheirOwn() =>
        Assert.Equal("InvalidClientTokenId", new QueryFaults().Signature(new SignatureProblem(SignatureProblemKind.UnknownKey, "")).Code);

    private static AwsCall Get()
    {
        var call = Call("GET", "/test.txt");
        call.Http.Request.Headers.Range = "bytes=0-9";
        call.Http.Request.Headers["x-amz-content-sha256"] = EmptyHash;
        call.Http.Request.Headers["x-amz-date"] = "20130524T000000Z";
        call.Http.Request.Headers.Authorization =
            $"AWS4-HMAC-SHA256 Credential={Credential},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
        return call;
    }

    /// <summary>65 KiB of "a" in chunks of 64 KiB and 1 KiB.</summary>
    private static AwsCall Chunked(Action<byte[]>? alter = null, int? length = null)
    {
        var body = new StringBuilder()
            .Append("10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n").Append('a', 65536).Append("\r\n")
            .Append("400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n").Append('a', 1024).Append("\r\n")
            .Append("0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n");
        var bytes = Encoding.ASCII.GetBytes(body.ToString());
        alter?.Invoke(bytes);
        var call = Call("PUT", "/examplebucket/chunkObject.txt", new MemoryStream(bytes, 0, length ?? bytes.Length), "s3.amazonaws.com");
        var headers = call.Http.Request.Headers;
        headers["x-amz-date"] = "20130524T000000Z";
        headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
        headers["x-amz-content-sha256"] = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
        headers.ContentEncoding = "aws-chunked";
        headers["x-amz-decoded-content-length"] = "66560";
        headers.ContentLength = 66824;
        headers.Authorization =
            $"AWS4-HMAC-SHA256 Credential={Credential},SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
        return call;
    }

    private static AwsCall Call(string method, string target, Stream? body = null, string host = "examplebucket.s3.amazonaws.com")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Host = new HostString(host);
        http.Request.Body = body ?? Stream.Null;
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        return new AwsCall(http, "id");
    }

    private static Task VerifyAsync(AwsCall call, DateTimeOffset now) =>
        new SignatureVerifier(Options, new FixedClock(now)).VerifyAsync(call, SignatureClaim.Read(call)!, Api, TestContext.Current.CancellationToken);

    private static async Task<SignatureProblemKind> ProblemAsync(AwsCall call, DateTimeOffset now) =>
        (await Assert.ThrowsAsync<SignatureException>(() => VerifyAsync(call, now))).Problem.Kind;

    private static async Task<string> ReadAsync(Stream body)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(content.ToArray());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override string ToString() => now.ToString(CultureInfo.InvariantCulture);
    }
}
