import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STSClient, AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { settings } from './cloud.mjs';

const sts = new STSClient(settings);

test('the caller is told who it is', async () => {
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  assert.equal(identity.Account, '000000000000');
  assert.equal(identity.Arn, 'arn:aws:iam::000000000000:user/local');
});

test('a wrong secret is refused in the words of STS', async () => {
  const wrong = new STSClient({ ...settings, credentials: { accessKeyId: 'local', secretAccessKey: 'wrong' } });
  await assert.rejects(wrong.send(new GetCallerIdentityCommand({})), { name: 'SignatureDoesNotMatch' });
});

test('there is no role to assume', async () => {
  await assert.rejects(sts.send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::000000000000:role/any', RoleSessionName: 'here' })), { name: 'AccessDenied' });
});
