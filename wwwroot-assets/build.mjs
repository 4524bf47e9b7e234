// Bundles the style sheets and browser modules: node build.mjs <target folder>
import { build } from 'esbuild';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rmSync } from 'node:fs';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, '../src/Portal.Web/wwwroot/assets'));
rmSync(target, { recursive: true, force: true });

await build({
  entryPoints: {
    portal: join(here, '../src/Portal.Web/Styles/portal.css'),
    shell: join(here, 'src/shell.js'),
  },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'esnext',
  logLevel: 'warning',
});
