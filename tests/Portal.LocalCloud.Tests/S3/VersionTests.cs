using Amazon.S3.Model;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class VersionTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Fact]
    public async Task Put_Twice_KeepsBothVersions()
    {
        await EnableVersioningAsync();
        var first = await PutAsync("v", "1");
        var second = await PutAsync("v", "2");
        Assert.NotEqual(first.VersionId, second.VersionId);
        Assert.Equal("1", await GetAsync("v", first.VersionId));
        Assert.Equal("2", await GetAsync("v"));
        var listed = await S3.ListVersionsAsync(Bucket, Token);
        Assert.Equal([(second.VersionId, true), (first.VersionId, false)], listed.Versions.Select(version => (version.VersionId, version.IsLatest!.Value)));
    }

    [Fact]
    public async Task Delete_WithoutVersion_PutsMarkerThatCanBeTakenAway()
    {
        await EnableVersioningAsync();
        await PutAsync("v", "1");
        var marker = await S3.DeleteObjectAsync(Bucket, "v", Token);
        Assert.Equal("true", marker.DeleteMarker);
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "v", Token));
        await RefusedAsync("MethodNotAllowed", 405, () => S3.GetObjectAsync(Bucket, "v", marker.VersionId, Token));
        Assert.Empty((await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Token)).S3Objects ?? []);

        await S3.DeleteObjectAsync(Bucket, "v", marker.VersionId, Token);
        Assert.Equal("1", await GetAsync("v"));
    }

    [Fact]
    public async Task Delete_LatestVersion_BringsTheOneBefore()
    {
        await EnableVersioningAsync();
        await PutAsync("v", "1");
        var second = await PutAsync("v", "2");
        await S3.DeleteObjectAsync(Bucket, "v", second.VersionId, Token);
        Assert.Equal("1", await GetAsync("v"));
        await RefusedAsync("NoSuchVersion", 404, () => S3.GetObjectAsync(Bucket, "v", second.VersionId, Token));
    }

    [Fact]
    public async Task Suspended_PutAndDelete_TouchOnlyTheNullVersion()
    {
        await PutAsync("v", "before");
        await EnableVersioningAsync();
        var kept = await PutAsync("v", "kept");
        await EnableVersioningAsync("Suspended");
        await PutAsync("v", "null again");
        Assert.Equal("null again", await GetAsync("v", "null"));
        await S3.DeleteObjectAsync(Bucket, "v", Token);
        Assert.Equal("kept", await GetAsync("v", kept.VersionId));
        var listed = await S3.ListVersionsAsync(Bucket, Token);
        Assert.Equal(["null", kept.VersionId], listed.Versions.Select(version => version.VersionId));
        Assert.True(listed.Versions[0].IsDeleteMarker);
    }

    [Fact]
    public async Task ListVersions_PageOfOne_WalksAll()
    {
        await EnableVersioningAsync();
        foreach (var key in new[] { "a", "b/1", "b/2", "c" })
        {
            await PutAsync(key, "1");
            await PutAsync(key, "2");
        }

        var seen = new List<string>();
        var request = new ListVersionsRequest { BucketName = Bucket, MaxKeys = 1, Delimiter = "/" };
        ListVersionsResponse page;
        do
        {
            page = await S3.ListVersionsAsync(request, Token);
            seen.AddRange((page.Versions ?? []).Select(version => version.Key).Concat(page.CommonPrefixes ?? []));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);
        Assert.Equal(["a", "a", "b/", "c", "c"], seen);
    }

    [Fact]
    public async Task Copy_OldVersion_RestoresIt()
    {
        await EnableVersioningAsync();
        var first = await PutAsync("v", "1");
        await PutAsync("v", "2");
        await S3.CopyObjectAsync(new CopyObjectRequest { SourceBucket = Bucket, SourceKey = "v", SourceVersionId = first.VersionId, DestinationBucket = Bucket, DestinationKey = "v" }, Token);
        Assert.Equal("1", await GetAsync("v"));
    }

    [Fact]
    public async Task GetVersion_OnlyPlainGetAllowed_IsDenied()
    {
        await EnableVersioningAsync();
        var first = await PutAsync("v", "1");
        Cloud.Faults.Arm(new ArmedFault { On = "s3:GetObjectVersion", Kind = FaultKind.Deny });
        Assert.Equal("1", await GetAsync("v"));
        await RefusedAsync("AccessDenied", 403, () => S3.GetObjectAsync(Bucket, "v", first.VersionId, Token));
    }
}
