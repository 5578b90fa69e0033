// Runs TypeScript from source: `node --import ./tools/ts.mjs FILE.ts`. Unlike the type stripping built into Node it
// emits decorators and their metadata. What it has compiled is kept below node_modules/.cache, by content.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const compiler = require('@swc/core/package.json').version;
const cache = fileURLToPath(new URL('../node_modules/.cache/onmaru-ts/', import.meta.url));
const isSource = (url) => /\.tsx?$/.test(url) && !url.includes('/node_modules/');

const compile = (source, filename) =>
  require('@swc/core').transformSync(source, {
    filename,
    swcrc: false,
    configFile: false,
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx: filename.endsWith('x'), decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
    inlineSourcesContent: false,
  }).code;

const settings = compile.toString();

const compiled = (filename) => {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(`${compiler}\n${settings}\n${filename}\n${source}`).digest('hex');
  const kept = `${cache}${key}.js`;
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const code = compile(source, filename);
  const whole = `${kept}.${process.pid}.${threadId}`; // nobody reads half a file
  writeFileSync(whole, code);
  renameSync(whole, kept);
  return code;
};

mkdirSync(cache, { recursive: true });
setSourceMapsSupport(true);
registerHooks({
  resolve(specifier, context, next) {
    const seen = { ...context, conditions: [...context.conditions, '@onmaru/source'] };
    const source = specifier.replace(/\.js$/, '.ts');
    const isOurs = specifier.startsWith('.') && isSource(context.parentURL ?? '') && source !== specifier;
    return next(isOurs && existsSync(new URL(source, context.parentURL)) ? source : specifier, seen);
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});
