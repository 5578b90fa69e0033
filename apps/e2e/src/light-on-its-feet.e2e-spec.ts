import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.adapter.js';
import { signedIn } from './person.adapter.js';

const KB = 1000;

/** The live stream never ends, so the network is never quite idle. */
const unlessStreaming = (error: Error): void => {
  if (error.name !== 'TimeoutError') throw error;
};

describe('The first load of the console', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is at most 250 kB of scripts, as they go over the wire, up to the list of cases', async () => {
    const { page } = await signedIn(browser, 'agent', { language: 'ko' });
    await page.goto('/inbox?state=open');
    await page.locator('[data-case]').first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(unlessStreaming);
    const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js')));
    const sizes = await Promise.all(scripts.map(async (url) => gzipSync(await (await fetch(url)).bytes()).length));
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    expect(scripts.length).toBeGreaterThan(5);
    expect(whole).toBeLessThanOrEqual(250 * KB);
  });
});
