import type { Browser, Page } from 'playwright-core';
import { openCase, type Case } from './api.adapter.js';
import { violations } from './axe.adapter.js';
import { openBrowser } from './browser.adapter.js';
import { eventually, signedIn, type Person } from './person.adapter.js';

const parked = { tenant: 'demo', stream: 'case-58a6', position: 12, reason: 'no such queue', parkedAt: '2026-03-01T09:00:00.000Z' };
const running = { view: 'case-details', state: 'running', position: 250, head: 1000, eventsPerSecond: 50, startedAt: '2026-03-01T09:00:00.000Z' };

/** What the platform answers, in place of what it would: nothing is parked, and nothing rebuilt, while all is well. */
const pretend = async (page: Page, path: string, answer: (asked: { readonly method: string; readonly url: string; readonly body: unknown }) => unknown): Promise<void> => {
  await page.route(path, (route) => {
    const request = route.request();
    return route.fulfill({ json: answer({ method: request.method(), url: new URL(request.url()).pathname.replace('/api/v1/operations/', ''), body: request.postDataJSON() as unknown }) });
  });
};

/** Adds a type and leaves the list of others, which lies over the player's buttons. */
const choose = async (page: Page, type: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Types' }).fill(type);
  await page.keyboard.press('Enter');
  await page.getByText(type, { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'Types' }).waitFor({ state: 'hidden' });
};

const howFar = async (page: Page): Promise<string> => (await page.getByTestId('how-far').textContent()) ?? '';
const shown = (page: Page): Promise<number> => page.getByTestId('played').locator('[data-position]').count();

describe('An admin looks at log and views', () => {
  let browser: Browser;
  let admin: Person;
  let opened: Case;

  beforeAll(async () => {
    browser = await openBrowser();
    opened = await openCase(`Played ${Date.now()}`);
    admin = await signedIn(browser, 'admin', { language: 'en' }, '/admin/operations');
  });
  afterAll(() => browser.close());

  it('sees every view at the head, and nothing parked', async () => {
    const { page } = admin;
    await page.getByText('Nothing is parked. Every view reads on.').waitFor();
    await page.locator('[data-view=case-details]').getByText('at the head').waitFor();
  });

  it('is offered nothing that concerns every tenant', async () => expect(await admin.page.getByText('Rebuild views').count()).toBe(0));

  it('plays what happened, to its end', async () => {
    const { page } = admin;
    await page.getByRole('combobox', { name: 'Speed' }).click();
    await page.getByRole('option', { name: 'as fast as it comes' }).click();
    await page.getByTestId('play').click();
    await eventually(() => howFar(page), (text) => text.startsWith('100 %'));
    await page.getByTestId('played').getByRole('link', { name: `case-${opened.id}` }).first().waitFor();
    expect(await page.getByTestId('play').textContent()).toBe('Play');
    expect(await violations(page)).toEqual([]);
  });

  it('takes it one event at a time, and begins again', async () => {
    const { page } = admin;
    await page.getByRole('combobox', { name: 'Speed' }).click();
    await page.getByRole('option', { name: '×1', exact: true }).click();
    await page.getByText('By position').click();
    await page.getByLabel('Up to position').fill('40');
    await page.getByTestId('step').click();
    await eventually(() => shown(page), (count) => count === 1);
    await page.getByTestId('step').click();
    await eventually(() => shown(page), (count) => count === 2);
    await page.getByText('Go on', { exact: true }).click();
    await page.getByText('Pause', { exact: true }).waitFor();
    await page.getByTestId('restart').click();
    await eventually(() => howFar(page), (text) => /#\d+ of 40/.test(text));
  });

  it('plays it with the keyboard alone', async () => {
    const { page } = admin;
    await page.getByTestId('played').getByRole('region').focus();
    await page.keyboard.press('r');
    await page.keyboard.press('s');
    await page.getByText('Go on', { exact: true }).waitFor();
    const before = await shown(page);
    await page.keyboard.press('s');
    await eventually(() => shown(page), (count) => count > before);
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('+');
    await page.keyboard.press('Space');
    await eventually(() => howFar(page), (text) => text.startsWith('100 % · #40 of 40'));
  });

  it('plays events of the types that are chosen', async () => {
    const { page } = admin;
    await choose(page, 'cases.CaseHeld.v1');
    await page.getByLabel('Up to position').fill('');
    await page.getByTestId('play').click();
    await eventually(() => howFar(page), (text) => text.startsWith('100 %'));
    const types = await page.getByTestId('played').locator('[data-position] code').allTextContents();
    expect(types.length).toBeGreaterThan(0);
    expect(types.every((text) => text.startsWith('case-') || text === 'cases.CaseHeld.v1')).toBe(true);
  });

  it('is told what is wrong with what was asked for', async () => {
    const { page } = admin;
    await choose(page, 'held');
    await page.getByTestId('play').click();
    await page.getByText('The events could not be read').waitFor();
  });

  it('sees what is parked of their own tenant, and lets it be tried again', async () => {
    const { page, press } = admin;
    let isParked = true;
    await pretend(page, '**/operations/views', () => [{ view: 'case-details', position: 20, head: 20, parked: isParked ? [parked] : [] }]);
    await pretend(page, '**/operations/views/*/redrive', ({ url, body }) => {
      expect({ url, body }).toEqual({ url: 'views/case-details/redrive', body: { tenant: 'demo', stream: 'case-58a6' } });
      isParked = false;
      return { view: 'case-details', parked: null };
    });
    await page.reload();
    const row = page.locator('[data-parked-by=case-details] [data-stream=case-58a6]');
    await row.getByText('no such queue').waitFor();
    expect(await row.getByRole('link').getAttribute('href')).toBe('/inbox/58a6');
    await press('Try again');
    await page.getByText('1 stream goes on').waitFor();
    await page.getByText('Nothing is parked. Every view reads on.').waitFor();
  });

  it('does all that without an error', () => expect(admin.errors).toEqual([]));
});

describe('An operator looks at the platform', () => {
  let browser: Browser;
  let operator: Person;
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    operator = await signedIn(browser, 'operator', { language: 'en' });
  });
  afterAll(() => browser.close());

  it('is shown how it stands, and nothing of a tenant, whatever address they type', async () => {
    const { page } = operator;
    for (const address of ['/', '/inbox', '/customers', '/admin/staff']) {
      await page.goto(address);
      await page.waitForURL('**/admin/operations');
      await page.getByRole('heading', { name: 'Log and views' }).waitFor();
    }
    expect(await page.getByRole('link').allTextContents()).toEqual(['Skip to the content', 'Operate', 'Log and views']);
  });

  it('has every view rebuilt while all goes on, and each was what the log says', async () => {
    const { page } = operator;
    await page.getByTestId('start-rebuild').click();
    const rows = page.locator('[data-rebuild]');
    await rows.filter({ hasText: '✓' }).first().waitFor({ timeout: 60_000 });
    const proved = rows.filter({ hasText: '✓' });
    await eventually(async () => [await proved.count(), await rows.count()], ([done = 0, all]) => done === all && done > 5);
    expect(await violations(page)).toEqual([]);
  });

  it('sees what is parked of every tenant, and why it still is', async () => {
    const { page, press } = operator;
    const streams = [parked, { ...parked, tenant: 'hanok', stream: 'case-77' }];
    await pretend(page, '**/operations/views', () => [{ view: 'case-details', position: 20, head: 25, failing: 'no disk', parked: streams }]);
    await pretend(page, '**/operations/views/*/redrive', () => ({ view: 'case-details', parked }));
    await page.reload();
    await page.getByRole('cell', { name: 'hanok' }).waitFor();
    await page.locator('[data-view=case-details]').getByText('no disk').waitFor();
    expect(await violations(page)).toEqual([]);
    await press('Try all again');
    await page.getByTestId('toast').getByText('2 streams are parked again').waitFor();
  });

  it('has views rebuilt, holds one up, and sees what came of it', async () => {
    const { page, press } = operator;
    let rebuilds: object[] = [];
    await pretend(page, '**/operations/rebuilds', ({ method, url, body }) => {
      if (method === 'POST') {
        asked.push(`${url} ${JSON.stringify(body)}`);
        rebuilds = [running];
      }
      return rebuilds;
    });
    await pretend(page, '**/operations/rebuilds/*/*', ({ url }) => {
      asked.push(url);
      const [of] = rebuilds;
      rebuilds = url.endsWith('pause') ? [{ ...of, state: 'paused' }] : [{ ...of, state: 'done', position: 1000, equal: false, rows: 7, hash: 'a3f0c5d2b1e899' }];
      return rebuilds[0];
    });
    await page.reload();
    await page.getByText('Nothing is being rebuilt').waitFor();
    await page.getByLabel('Compare only').check();
    await page.getByTestId('start-rebuild').click();
    const row = page.locator('[data-rebuild=case-details]');
    await row.getByText('25 % · 250 of 1,000 events · 50/s · 15 seconds left').waitFor();
    expect(await row.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(await violations(page)).toEqual([]);
    await press('Pause: case-details');
    await row.getByText('paused').waitFor();
    await press('Go on: case-details');
    await row.getByText('was not what the log says').waitFor();
    await row.getByText('7 rows').waitFor();
    expect(asked).toEqual(['rebuilds {"compareOnly":true}', 'rebuilds/case-details/pause', 'rebuilds/case-details/resume']);
  });

  it('does all that without an error', () => expect(operator.errors).toEqual([]));
});
