using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class ChecksumTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Put_ChecksumByTheSdk_IsVerifiedAndKept(string algorithm)
    {
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "c", ContentBody = "123456789", ChecksumAlgorithm = new ChecksumAlgorithm(algorithm) }, Token);
        var head = await HeadAsync("c");
        var kept = new[] { head.ChecksumCRC32, head.ChecksumSHA1, head.ChecksumSHA256 }.Single(value => value is not null);
        var expected = algorithm switch
        {
            "CRC32" => "y/Q5Jg==",
            "SHA1" => Convert.ToBase64String(SHA1.HashData("123456789"u8)),
            _ => Convert.ToBase64String(SHA256.HashData("123456789"u8)),
        };
        Assert.Equal(expected, kept);
        Assert.Equal("FULL_OBJECT", head.ChecksumType.Value);
    }

    [Fact]
    public async Task Put_Crc32CAndCrc64NvmeByHand_AreVerifiedAndKept()
    {
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "c", ContentBody = "123456789", ChecksumCRC32C = "4waSgw==" }, Token);
        Assert.Equal("4waSgw==", (await HeadAsync("c")).ChecksumCRC32C);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "c", ContentBody = "123456789", ChecksumCRC64NVME = "rosUhgp5mIg=" }, Token);
        Assert.Equal("rosUhgp5mIg=", (await HeadAsync("c")).ChecksumCRC64NVME);
    }

    [Fact]
    public async Task Put_NoChecksum_GetsCrc64Nvme()
    {
        using var plain = Cloud.S3(config => config.RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED);
        await plain.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "c", ContentBody = "123456789" }, Token);
        Assert.Equal("rosUhgp5mIg=", (await HeadAsync("c")).ChecksumCRC64NVME);
    }

    [Fact]
    public async Task Put_WrongChecksum_IsRefusedAndLeavesNothing()
    {
        await RefusedAsync("BadDigest", 400, () => S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "bad", ContentBody = "x", ChecksumSHA256 = Convert.ToBase64String(new byte[32]) }, Token));
        await RefusedAsync("BadDigest", 400, () => S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "bad", ContentBody = "x", ChecksumCRC64NVME = Convert.ToBase64String(new byte[8]) }, Token));
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "bad", Token));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Cloud.DataDirectory, "aside")));
    }

    [Fact]
    public async Task Put_ContentMd5_WrongOrMalformed_IsRefused()
    {
        var wrong = Convert.ToBase64String(MD5.HashData("other"u8));
        await RefusedAsync("BadDigest", 400, () => PutWithMd5Async(wrong));
        await RefusedAsync("InvalidDigest", 400, () => PutWithMd5Async("short"));
        await PutWithMd5Async(Convert.ToBase64String(MD5.HashData("x"u8)));

        Task PutWithMd5Async(string md5) => S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "md5", ContentBody = "x", MD5Digest = md5 }, Token);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(200_001)]
    public async Task Put_SignedChunksOfAnySize_AreUnframed(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "chunks", InputStream = new MemoryStream(content), UseChunkEncoding = true }, Token);
        using var got = await S3.GetObjectAsync(Bucket, "chunks", Token);
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back, Token);
        Assert.Equal(content, back.ToArray());
        Assert.True(string.IsNullOrEmpty(got.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Put_UnsignedPayload_IsTaken()
    {
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "hash", InputStream = new MemoryStream(Encoding.UTF8.GetBytes("abc")), UseChunkEncoding = false }, Token);
        Assert.Equal("abc", await GetAsync("hash"));
    }

    private Task<GetObjectMetadataResponse> HeadAsync(string key) =>
        S3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = Bucket, Key = key, ChecksumMode = ChecksumMode.ENABLED }, Token);
}
