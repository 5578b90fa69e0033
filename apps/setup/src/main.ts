import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { explainStartFailure } from '@onmaru/hosting';
import { BadConfiguration, logger } from '@onmaru/service-kit';
import { demo } from './demo/demo.adapter.js';
import { platformKeyFile } from './onboarding/platform-key.adapter.js';
import { prepare } from './prepare.adapter.js';
import { makeSecrets } from './secrets/make-secrets.adapter.js';
import { demoConfig, keyConfig, prepareConfig, secretsConfig } from './setup.config.js';

/** What the program does → what it says when it has. */
const VERBS: Readonly<Record<string, () => Promise<string>>> = {
  async secrets() {
    const config = secretsConfig();
    makeSecrets(config);
    return `What the parts of the platform know each other by is in ${config.folder}`;
  },
  async prepare() {
    const config = prepareConfig();
    await prepare(config, logger(config.logLevel));
    return 'Everything is there that services stand on';
  },
  async demo() {
    const config = demoConfig();
    return demo(config, logger(config.logLevel));
  },
  async key() {
    return readFileSync(platformKeyFile(keyConfig().data), 'utf8').trim();
  },
};

// Whatever it was about to do is done when it is run again. As the first process of a container it has to end by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

try {
  const [name = ''] = process.argv.slice(2);
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) throw new BadConfiguration('What to do', `is "${name}"`, `one of ${Object.keys(VERBS).join(', ')}`);
  console.log(await verb());
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}
