import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import * as s3 from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { settings } from './cloud.mjs';

const client = new s3.S3Client({ ...settings, forcePathStyle: true });
const Bucket = `walk-${randomUUID()}`;
const send = (Command, input) => client.send(new s3[`${Command}Command`]({ Bucket, ...input }));
const text = async (Key, input) => (await send('GetObject', { Key, ...input })).Body.transformToString();

before(() => send('CreateBucket', {}));
after(() => client.destroy());

test('a bucket is listed and has a place', async () => {
  const { Buckets, Owner } = await client.send(new s3.ListBucketsCommand({}));
  assert.ok(Buckets.some((bucket) => bucket.Name === Bucket && bucket.CreationDate instanceof Date));
  assert.match(Owner.ID, /^[0-9a-f]{64}$/);
  await send('HeadBucket', {});
  assert.equal((await send('GetBucketLocation', {})).LocationConstraint, undefined);
});

test('an object keeps its bytes, type and metadata', async () => {
  const put = await send('PutObject', { Key: 'a/é ü+%.txt', Body: 'hello', ContentType: 'text/plain', Metadata: { owner: 'someone' }, Tagging: 'a=1&b=2%203' });
  assert.equal(put.ETag, '"5d41402abc4b2a76b9719d911017c592"');
  const got = await send('GetObject', { Key: 'a/é ü+%.txt', ChecksumMode: 'ENABLED' });
  assert.equal(await got.Body.transformToString(), 'hello');
  assert.equal(got.ContentType, 'text/plain');
  assert.deepEqual(got.Metadata, { owner: 'someone' });
  assert.equal(got.TagCount, 2);
  assert.deepEqual((await send('GetObjectTagging', { Key: 'a/é ü+%.txt' })).TagSet, [{ Key: 'a', Value: '1' }, { Key: 'b', Value: '2 3' }]);
});

test('ranges and conditions', async () => {
  const { ETag } = await send('PutObject', { Key: 'digits', Body: '0123456789' });
  const part = await send('GetObject', { Key: 'digits', Range: 'bytes=2-4' });
  assert.equal(await part.Body.transformToString(), '234');
  assert.equal(part.ContentRange, 'bytes 2-4/10');
  await assert.rejects(send('GetObject', { Key: 'digits', Range: 'bytes=10-' }), { name: 'InvalidRange' });
  await assert.rejects(send('GetObject', { Key: 'digits', IfNoneMatch: ETag }), (error) => error.$metadata.httpStatusCode === 304);
  await assert.rejects(send('GetObject', { Key: 'digits', IfMatch: '"other"' }), { name: 'PreconditionFailed' });
  await assert.rejects(send('PutObject', { Key: 'digits', Body: 'x', IfNoneMatch: '*' }), { name: 'PreconditionFailed' });
});

for (const algorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256']) {
  test(`checksum ${algorithm} is verified and kept`, async () => {
    await send('PutObject', { Key: `sum-${algorithm}`, Body: '123456789', ChecksumAlgorithm: algorithm });
    const head = await send('HeadObject', { Key: `sum-${algorithm}`, ChecksumMode: 'ENABLED' });
    assert.ok(head[`Checksum${algorithm}`]);
    const attested = await send('GetObject', { Key: `sum-${algorithm}`, ChecksumMode: 'ENABLED' });
    assert.equal(await attested.Body.transformToString(), '123456789');
  });
}

test('a wrong checksum is refused and stores nothing', async () => {
  await assert.rejects(send('PutObject', { Key: 'wrong', Body: 'x', ChecksumSHA256: createHash('sha256').update('y').digest('base64') }), { name: 'BadDigest' });
  await assert.rejects(send('PutObject', { Key: 'wrong', Body: 'x', ContentMD5: createHash('md5').update('y').digest('base64') }), { name: 'BadDigest' });
  await assert.rejects(send('GetObject', { Key: 'wrong' }), { name: 'NoSuchKey' });
});

test('lib-storage uploads a stream in parts', async () => {
  const content = randomBytes(17 * 1024 * 1024);
  const upload = new Upload({ client, params: { Bucket, Key: 'streamed', Body: Readable.from(content, { objectMode: false }) }, partSize: 5 * 1024 * 1024, queueSize: 3 });
  const done = await upload.done();
  assert.match(done.ETag, /-4"$/);
  const back = Buffer.from(await (await send('GetObject', { Key: 'streamed' })).Body.transformToByteArray());
  assert.ok(content.equals(back));
});

test('parts out of order or too small are refused', async () => {
  const { UploadId } = await send('CreateMultipartUpload', { Key: 'parts' });
  const etags = [];
  for (const PartNumber of [1, 2]) etags.push((await send('UploadPart', { Key: 'parts', UploadId, PartNumber, Body: 'small' })).ETag);
  const complete = (...Parts) => send('CompleteMultipartUpload', { Key: 'parts', UploadId, MultipartUpload: { Parts } });
  await assert.rejects(complete({ PartNumber: 2, ETag: etags[1] }, { PartNumber: 1, ETag: etags[0] }), { name: 'InvalidPartOrder' });
  await assert.rejects(complete({ PartNumber: 1, ETag: etags[0] }, { PartNumber: 2, ETag: etags[1] }), { name: 'EntityTooSmall' });
  await assert.rejects(complete({ PartNumber: 7, ETag: etags[0] }), { name: 'InvalidPart' });
  const parts = await send('ListParts', { Key: 'parts', UploadId });
  assert.deepEqual(parts.Parts.map((part) => part.PartNumber), [1, 2]);
  await send('AbortMultipartUpload', { Key: 'parts', UploadId });
  await assert.rejects(send('ListParts', { Key: 'parts', UploadId }), { name: 'NoSuchUpload' });
});

test('presigned URLs put and get', async () => {
  const put = await getSignedUrl(client, new s3.PutObjectCommand({ Bucket, Key: 'by url/ß' }), { expiresIn: 60 });
  assert.equal((await fetch(put, { method: 'PUT', body: 'through the door' })).status, 200);
  const get = await getSignedUrl(client, new s3.GetObjectCommand({ Bucket, Key: 'by url/ß', ResponseContentDisposition: 'attachment; filename="x.txt"' }), { expiresIn: 60 });
  const response = await fetch(get);
  assert.equal(await response.text(), 'through the door');
  assert.equal(response.headers.get('content-disposition'), 'attachment; filename="x.txt"');
  assert.equal((await fetch(get.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'))).status, 403);
});

test('an expired URL is refused', async () => {
  const hourAgo = new Date(Date.now() - 3_600_000);
  const url = await getSignedUrl(client, new s3.GetObjectCommand({ Bucket, Key: 'digits' }), { expiresIn: 60, signingDate: hourAgo });
  const response = await fetch(url);
  assert.equal(response.status, 403);
  assert.match(await response.text(), /<Message>Request has expired<\/Message>/);
});

test('listings fold folders and go by pages', async () => {
  const keys = ['list/a', 'list/b/1', 'list/b/2', 'list/c d', 'list/é'];
  await Promise.all(keys.map((Key) => send('PutObject', { Key, Body: Key })));
  const folded = await send('ListObjectsV2', { Prefix: 'list/', Delimiter: '/', EncodingType: 'url' });
  assert.deepEqual(folded.Contents.map((item) => decodeURIComponent(item.Key)), ['list/a', 'list/c d', 'list/é']);
  assert.deepEqual(folded.CommonPrefixes, [{ Prefix: 'list/b/' }]);
  const seen = [];
  for await (const page of s3.paginateListObjectsV2({ client, pageSize: 2 }, { Bucket, Prefix: 'list/' })) seen.push(...page.Contents.map((item) => item.Key));
  assert.deepEqual(seen, keys);
});

test('versions come and go', async () => {
  const versioned = `${Bucket}-v`.slice(0, 63);
  const on = (Command, input) => client.send(new s3[`${Command}Command`]({ Bucket: versioned, ...input }));
  await on('CreateBucket', {});
  await on('PutBucketVersioning', { VersioningConfiguration: { Status: 'Enabled' } });
  const first = await on('PutObject', { Key: 'k', Body: '1' });
  await on('PutObject', { Key: 'k', Body: '2' });
  const marker = await on('DeleteObject', { Key: 'k' });
  assert.equal(marker.DeleteMarker, true);
  await assert.rejects(on('GetObject', { Key: 'k' }), { name: 'NoSuchKey' });
  assert.equal(await (await on('GetObject', { Key: 'k', VersionId: first.VersionId })).Body.transformToString(), '1');
  const listed = await on('ListObjectVersions', {});
  assert.deepEqual([listed.Versions.length, listed.DeleteMarkers.length, listed.DeleteMarkers[0].IsLatest], [2, 1, true]);
  const Objects = [...listed.Versions, ...listed.DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  assert.equal((await on('DeleteObjects', { Delete: { Objects } })).Deleted.length, 3);
  await on('DeleteBucket', {});
});

test('copies keep or replace what belongs to the object', async () => {
  await send('PutObject', { Key: 'from ä', Body: 'body', ContentType: 'text/x', Metadata: { m: '1' } });
  const CopySource = `${Bucket}/${encodeURIComponent('from ä')}`;
  await send('CopyObject', { Key: 'kept', CopySource });
  assert.deepEqual((await send('HeadObject', { Key: 'kept' })).Metadata, { m: '1' });
  await send('CopyObject', { Key: 'replaced', CopySource, MetadataDirective: 'REPLACE', ContentType: 'text/y' });
  const head = await send('HeadObject', { Key: 'replaced' });
  assert.deepEqual([head.ContentType, head.Metadata], ['text/y', {}]);
  assert.equal(await text('replaced'), 'body');
});

test('what is not offered is refused by name', async () => {
  await assert.rejects(send('PutBucketPolicy', { Policy: '{}' }), (error) => error.name === 'NotImplemented' && /policy/.test(error.message));
  await assert.rejects(send('GetPublicAccessBlock', {}), (error) => error.name === 'NotImplemented' && /publicAccessBlock/.test(error.message));
  await assert.rejects(send('PutObject', { Key: 'k', Body: '', StorageClass: 'GLACIER' }), { name: 'NotImplemented' });
  await assert.rejects(send('PutObject', { Key: 'k', Body: '', ServerSideEncryption: 'aws:kms' }), { name: 'NotImplemented' });
});

test('a bucket with objects stays, an empty one goes', async () => {
  await assert.rejects(send('DeleteBucket', {}), { name: 'BucketNotEmpty' });
  for await (const page of s3.paginateListObjectsV2({ client }, { Bucket })) {
    await send('DeleteObjects', { Delete: { Quiet: true, Objects: page.Contents.map(({ Key }) => ({ Key })) } });
  }
  await send('DeleteBucket', {});
  await assert.rejects(send('HeadBucket', {}), { name: 'NotFound' });
});
