// Where LocalCloud is and how to sign in to it; the tests are started with its address.
export const endpoint = process.env.LOCALCLOUD_URL ?? 'http://127.0.0.1:5081';

export const settings = {
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret-key' },
  maxAttempts: 1,
};
