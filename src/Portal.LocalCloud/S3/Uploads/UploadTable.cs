using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.S3.Uploads;

/// <summary>A multipart upload under way. Its checksum is not requested when the client named no algorithm and S3's default is used.</summary>
internal sealed record StoredUpload(
    string Id, string Bucket, string Key, DateTimeOffset InitiatedAt, ObjectAttributes Attributes, IReadOnlyDictionary<string, string> Tags,
    ChecksumAlgorithm Algorithm, string ChecksumType, bool ChecksumRequested)
{
    public const string Columns = "upload_id, bucket, key, initiated_at, attributes, tags, checksum_algorithm, checksum_type, checksum_requested";

    public static StoredUpload Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3),
        JsonSerializer.Deserialize<ObjectAttributes>(row.GetString(4))!, JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(5))!,
        ChecksumAlgorithm.Named(row.GetString(6))!, row.GetString(7), row.GetBoolean(8));
}

/// <summary>A part of an upload: its ETag without quotes, its checksum in base64 by the upload's algorithm.</summary>
internal sealed record StoredPart(int Number, Guid Blob, long Size, string ETag, string Checksum, DateTimeOffset ModifiedAt)
{
    public const string Columns = "number, blob, size, etag, checksum_value, modified_at";

    public static StoredPart Read(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5));
}

/// <summary>The multipart uploads under way and their parts.</summary>
internal sealed class UploadTable(NpgsqlDataSource data, BlobStore blobs, TimeProvider clock)
{
    public async Task<StoredUpload> AddAsync(StoredUpload upload, CancellationToken token)
    {
        var added = upload with { Id = ResourceIds.Opaque(), InitiatedAt = Now() };
        await data.Sql(
            $"insert into s3_upload ({StoredUpload.Columns}) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
            added.Id, added.Bucket, added.Key, added.InitiatedAt, DbCommands.AsJsonb(added.Attributes), DbCommands.AsJsonb(added.Tags),
            added.Algorithm.Name, added.ChecksumType, added.ChecksumRequested).DoAsync(token);
        return added;
    }

    /// <exception cref="Pipeline.AwsFault">NoSuchUpload.</exception>
    public async Task<StoredUpload> GetAsync(string bucket, string key, string uploadId, CancellationToken token) =>
        await data.Sql($"select {StoredUpload.Columns} from s3_upload where upload_id = @p0 and bucket = @p1 and key = @p2", uploadId, bucket, key).RowAsync(StoredUpload.Read, token)
        ?? throw S3Faults.NoSuchUpload(uploadId);

    /// <summary>Sets a part; a part sent again under the same number replaces the one before.</summary>
    public Task<StoredPart> PutPartAsync(string uploadId, int number, BlobWriter blob, BodyDigests digests, CancellationToken token) =>
        blob.NamedByAsync(() => PutPartAsync(uploadId, new StoredPart(number, blob.Id, digests.Size, digests.Md5, digests.Checksum, Now()), token));

    private async Task<StoredPart> PutPartAsync(string uploadId, StoredPart part, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        if (await connection.Sql("select upload_id from s3_upload where upload_id = @p0 for update", uploadId).RowAsync(row => row.GetString(0), token) is null)
            throw S3Faults.NoSuchUpload(uploadId);
        var replaced = await connection.Sql("delete from s3_part where upload_id = @p0 and number = @p1 returning blob", uploadId, part.Number).RowsAsync(row => row.GetGuid(0), token);
        await connection.Sql(
            $"insert into s3_part (upload_id, {StoredPart.Columns}) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            uploadId, part.Number, part.Blob, part.Size, part.ETag, part.Checksum, part.ModifiedAt).DoAsync(token);
        await transaction.CommitAsync(CancellationToken.None);
        blobs.Discard(replaced);
        return part;
    }

    public Task<List<StoredPart>> PartsAsync(string uploadId, int after, int limit, CancellationToken token) =>
        data.Sql($"select {StoredPart.Columns} from s3_part where upload_id = @p0 and number > @p1 order by number limit @p2", uploadId, after, limit).RowsAsync(StoredPart.Read, token);

    /// <summary>Ends an upload within the transaction that makes its object.</summary>
    /// <returns>False when it ended already.</returns>
    public static async Task<bool> EndAsync(NpgsqlConnection connection, string uploadId, CancellationToken token) =>
        await connection.Sql("delete from s3_upload where upload_id = @p0", uploadId).DoAsync(token) == 1;

    public async Task AbortAsync(string bucket, string key, string uploadId, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var found = await connection.Sql("select upload_id from s3_upload where upload_id = @p0 and bucket = @p1 and key = @p2 for update", uploadId, bucket, key)
            .RowAsync(row => row.GetString(0), token);
        if (found is null)
            throw S3Faults.NoSuchUpload(uploadId);
        var parts = await connection.Sql("delete from s3_part where upload_id = @p0 returning blob", uploadId).RowsAsync(row => row.GetGuid(0), token);
        await EndAsync(connection, uploadId, token);
        await transaction.CommitAsync(token);
        blobs.Discard(parts);
    }

    public Task<List<StoredUpload>> ListAsync(string bucket, string prefix, string afterKey, string afterUpload, int limit, CancellationToken token) =>
        data.Sql(
            $"select {StoredUpload.Columns} from s3_upload where bucket = @p0 and starts_with(key, @p1) and (key, upload_id) > (@p2, @p3) order by key, upload_id limit @p4",
            bucket, prefix, afterKey, afterUpload, limit).RowsAsync(StoredUpload.Read, token);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
}
