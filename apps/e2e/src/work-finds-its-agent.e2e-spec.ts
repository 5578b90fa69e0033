import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { act, ask, idOf, openCase, type Case } from './api.adapter.js';
import { violations } from './axe.adapter.js';
import { openBrowser } from './browser.adapter.js';
import { eventually, row, signedIn, type Person } from './person.adapter.js';
import { LANGUAGES } from './words.js';

type Waiting = { readonly items: readonly Case[] };

/** Longer than routing ever takes to give somebody a case. */
const A_WHILE = 3000;

describe.each(LANGUAGES)('Work finds its agent, in %s', (language) => {
  const subject = `${language === 'ko' ? '일이 찾아와요' : 'Work comes by itself'} ${Date.now()}`;
  let browser: Browser;
  let agent: Person;
  let given: Case;
  let next: Case;

  const takeWork = async (presence: 'available' | 'away') => {
    const { page, words } = agent;
    await page.getByTestId('presence').click();
    await page.getByRole('menuitem', { name: words[presence] }).click();
    await page.getByRole('button', { name: `${words.presence}: ${words[presence]}` }).waitFor();
  };
  const told = (of: string) => agent.page.getByTestId('toast').filter({ hasText: of });

  beforeAll(async () => {
    const somebodyElse = await idOf('supervisor');
    const { items } = await ask<Waiting>('supervisor', 'GET', 'cases?assignee=none&state=new,in-progress,on-hold&limit=100');
    for (const waiting of items) await act('supervisor', waiting, 'assign', { assignee: somebodyElse });
    browser = await openBrowser();
    agent = await signedIn(browser, 'agent', { language }, '/inbox?assignee=me&state=open');
    await agent.page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
  });
  afterAll(async () => {
    await ask('agent', 'POST', `staff/${await idOf('agent')}/presence`, { presence: 'offline' });
    for (const done of [given, next]) await act('agent', done, 'resolve', { resolution: 'done' });
    await browser.close();
  });

  it('comes to whoever says that they take work, and they are told without asking', async () => {
    await takeWork('available');
    given = await openCase(subject);
    await told(subject).getByText(agent.words.byRouting).waitFor();
  });

  it('says why it came to them', async () => {
    const { page, words, press } = agent;
    await told(subject).getByRole('button', { name: words.openIt }).click();
    await page.getByRole('heading', { name: subject }).waitFor();
    await page.getByTestId('timeline').getByText(words.routing).waitFor();
    await press(words.whyMe);
    await page.getByTestId('why').getByText(words.onlyMe).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('waits while they are away', async () => {
    await takeWork('away');
    next = await openCase(`${subject}, later`);
    await setTimeout(A_WHILE);
    expect(await ask('agent', 'GET', `cases/${next.id}/routing`)).toEqual({ items: [] });
    expect(await ask('agent', 'GET', `cases/${next.id}`)).toMatchObject({ assignee: null });
    expect(await told(`${subject}, later`).count()).toBe(0);
  });

  it('comes once they are back', async () => {
    const { page } = agent;
    await takeWork('available');
    await told(`${subject}, later`).waitFor();
    await page.getByTestId('arrivals').click();
    await row(page, next.id).waitFor();
  });

  it('stays away from whoever has signed out', async () => {
    const { page, words, press } = agent;
    await page.getByRole('button', { name: words.me }).click();
    await press(words.signOut);
    await page.waitForURL(/sign-in/);
    const path = `staff/${await idOf('agent')}/presence`;
    await eventually(() => ask<{ presence: string }>('agent', 'GET', path), ({ presence }) => presence === 'offline');
  });

  it('does all that without an error', () => expect(agent.errors).toEqual([]));
});
