import type { Browser } from 'playwright-core';
import { act, idOf, openCase } from './api.adapter.js';
import { openBrowser } from './browser.adapter.js';
import { eventually, row, rowsShown, signedIn, type Person } from './person.adapter.js';

describe('A list that is open while things happen', () => {
  const word = `connection${Date.now()}`;
  let browser: Browser;
  let agent: Person;
  let before: readonly string[];

  const isLive = () => eventually(() => agent.page.locator('[data-connection]').getAttribute('data-connection'), (now) => now === 'live');

  beforeAll(async () => {
    browser = await openBrowser();
    for (const n of [1, 2, 3]) await openCase(`${word} ${n}`);
    agent = await signedIn(browser, 'agent', { language: 'en' }, '/inbox?state=open');
    await agent.page.locator('[data-case]').first().waitFor();
    await isLive();
    before = await rowsShown(agent.page);
  });
  afterAll(() => browser.close());

  it('announces a new case and moves no row until it is asked to', async () => {
    const arrived = await openCase(`${word} arrives`);
    await agent.page.getByTestId('arrivals').getByText('1 new case').waitFor();
    expect((await rowsShown(agent.page)).slice(0, 3)).toEqual(before.slice(0, 3));
    await agent.page.getByTestId('arrivals').click();
    await row(agent.page, arrived.id).waitFor();
    before = await rowsShown(agent.page);
    expect(before[0]).toBe(arrived.id);
  });

  it('says that it is cut off, and misses and doubles nothing once it is back', async () => {
    await agent.context.setOffline(true);
    await agent.page.getByText(agent.words.lost).waitFor();
    const one = await openCase(`${word} unheard 1`);
    const two = await openCase(`${word} unheard 2`);
    await act('agent', { id: before[0] ?? '' }, 'start-work');
    expect(await rowsShown(agent.page)).toEqual(before);

    await agent.context.setOffline(false);
    await isLive();
    await agent.page.getByTestId('arrivals').getByText('2 new cases').waitFor();
    expect(await agent.page.getByText(agent.words.lost).count()).toBe(0);
    await agent.page.getByTestId('arrivals').click();
    await row(agent.page, two.id).waitFor();
    const after = await rowsShown(agent.page);
    expect(after.slice(0, 3)).toEqual([two.id, one.id, before[0]]);
    expect(new Set(after).size).toBe(after.length);
  });

  it('keeps a case in its place when it no longer belongs there, and says so', async () => {
    const [first = ''] = await rowsShown(agent.page);
    await act('agent', { id: first }, 'resolve', { resolution: 'done' });
    await row(agent.page, first).getByText('No longer in this view').waitFor();
    expect((await rowsShown(agent.page))[0]).toBe(first);
  });

  it('tells whoever is given work', async () => {
    const given = await openCase(`${word} given`);
    await act('supervisor', given, 'assign', { assignee: await idOf('agent') });
    await agent.page.getByTestId('toast').filter({ hasText: `${word} given` }).waitFor();
  });

  it('stays signed in when the access token is no longer good', async () => {
    await agent.page.route('**/api/v1/cases/counts', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"not-signed-in"}' }), { times: 1 });
    const refreshed = agent.page.waitForResponse((response) => response.url().endsWith('/auth/refresh'));
    await agent.page.reload();
    expect((await refreshed).status()).toBe(200);
    await agent.page.locator('[data-case]').first().waitFor();
  });

  it('does all that without an error', () => expect(agent.errors).toEqual([]));
});
