import type { Browser, Page } from 'playwright-core';
import { act, openCase, type Case, type Role } from './api.adapter.js';
import { violations } from './axe.adapter.js';
import { openBrowser, openWindow } from './browser.adapter.js';
import { eventually, signedIn, type Person } from './person.adapter.js';
import { unwalked } from './unwalked.js';
import { LANGUAGES } from './words.js';

const WIDTHS = [360, 1440] as const;
const THEMES = ['light', 'dark'] as const;
const screens = LANGUAGES.flatMap((language) => WIDTHS.flatMap((width) => THEMES.map((theme) => ({ language, width, theme }))));

describe.each(screens)('The screens, in $language at $width px, $theme', (screen) => {
  let browser: Browser;
  let served: Case;
  let pages: readonly string[];
  const walked = new Set<string>();

  const check = async ({ page, errors }: Pick<Person, 'page' | 'errors'>, path: string, ready: string, before: (page: Page) => Promise<void> = async () => undefined): Promise<void> => {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await eventually(() => page.locator('[aria-busy=true], .mantine-Skeleton-root').count(), (count) => count === 0);
    await before(page);
    walked.add(path);
    expect([path, await violations(page)]).toEqual([path, []]);
    expect([path, await page.evaluate(() => document.documentElement.lang)]).toEqual([path, screen.language]);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)]).toEqual([path, false]);
    expect([path, errors]).toEqual([path, []]);
  };

  const as = (role: Role): Promise<Person> => {
    walked.add('/'); // where signing in begins; it shows nothing of its own
    return signedIn(browser, role, screen);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    served = await openCase(screen.language === 'ko' ? '모두에게 열린 화면' : 'Open to everybody');
    await act('agent', served, 'reply-to-customer', { text: 'Hello' });
    await act('agent', served, 'add-note', { text: 'A note' });
    await act('agent', served, 'hold', { reason: 'customer' });
  });
  afterAll(() => browser.close());

  it('let everybody in at the door', async () => {
    const stranger = await openWindow(browser, screen);
    await check(stranger, '/sign-in', 'form');
    pages = ((await stranger.page.locator('meta[name=pages]').getAttribute('content')) ?? '').split(' ');
    await stranger.context.close();
  });

  it('let every agent work', async () => {
    const agent = await as('agent');
    await check(agent, '/inbox?state=open', '[data-case]');
    await check(agent, '/inbox?state=open&q=nothingatall', '#list-title');
    await check(agent, `/inbox/${served.id}?state=open`, '[data-testid=composer]');
    await check(agent, `/inbox/${served.id}?state=open`, '[data-testid=composer]', async (page) => page.getByRole('tab').nth(1).click());
    await check(agent, `/inbox/${served.id}?state=open&at=2`, '[data-testid=past-banner]');
    await check(agent, `/inbox/${served.id}?state=open`, '[data-act]', async (page) => {
      await page.locator('[data-act=resolve]').first().click();
      await page.getByRole('dialog').waitFor();
    });
    await check(agent, '/customers', 'table');
    await agent.context.close();
  });

  it('let every admin decide', async () => {
    const admin = await as('admin');
    for (const path of pages.filter((each) => each.startsWith('/admin'))) await check(admin, path, 'main h1');
    await admin.context.close();
  });

  it('let every operator see how the platform stands', async () => {
    const operator = await as('operator');
    await check(operator, '/admin/operations', 'main table');
    await operator.context.close();
  });

  it('let every customer ask and read', async () => {
    const customer = await as('customer');
    await check(customer, '/my', 'main ul a');
    await check(customer, '/my/new', 'form');
    await check(customer, `/my/${served.id}`, '[data-testid=stage]');
    await customer.context.close();
  });

  it('leave out no page that there is', () => {
    expect(unwalked(pages, walked)).toEqual([]);
    expect(unwalked([...pages, '/forgotten', '/my/$caseId/forgotten'], walked)).toEqual(['/forgotten', '/my/$caseId/forgotten']);
  });
});
