// A reporter of one JSON line per test, for whoever started the tests.
export default async function* lines(source) {
  for await (const { type, data } of source) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting !== 0) continue;
    const error = data.details?.error;
    const message = error ? `${error.cause?.stack ?? error.cause ?? error.stack}` : undefined;
    yield `${JSON.stringify({ name: data.name, passed: type === 'test:pass', message })}\n`;
  }
}
