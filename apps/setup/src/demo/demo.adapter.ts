import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CannotPrepare } from '../cannot-prepare.js';
import { greeting } from '../greeting.js';
import { onboarded } from '../onboarding/onboarded.adapter.js';
import type { DemoConfig } from '../setup.config.js';
import { asking } from './asking.adapter.js';
import { demoPassword } from './demo-password.adapter.js';
import { seedDemo } from './seed-demo.adapter.js';

/** How long the platform may take to be ready, in milliseconds. */
const PATIENCE = 180_000;

/** Fills the demo of a platform that runs, where there is to be one → what a person is told. */
export const demo = async ({ isWanted, database, url, publicUrl, password, data }: DemoConfig, logger: Logger): Promise<string> => {
  await untilReady(url);
  if (!isWanted) return greeting({ url: publicUrl, demo: null });
  const known = demoPassword(data ?? '', password);
  await onboarded(database, logger, (onboarding) => seedDemo(onboarding, asking(() => url), known.password));
  return greeting({ url: publicUrl, demo: known });
};

const untilReady = async (url: string): Promise<void> => {
  for (const end = performance.now() + PATIENCE; ; await pause(500)) {
    const [answered] = await Promise.allSettled([fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) })]);
    if (answered.status === 'fulfilled' && answered.value.ok) return;
    if (performance.now() > end) throw new CannotPrepare(`There is no platform that is ready at ${url}. Start it, or correct its address in ONMARU_URL.`);
  }
};
