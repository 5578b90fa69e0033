import type { Browser, Page } from 'playwright-core';
import { act, openCase, type Case, type Role } from './api.adapter.js';
import { violations } from './axe.adapter.js';
import { openBrowser, openWindow } from './browser.adapter.js';
import { signedIn, type Person } from './person.adapter.js';
import { LANGUAGES } from './words.js';

const WIDTHS = [360, 1440] as const;
const THEMES = ['light', 'dark'] as const;
const screens = LANGUAGES.flatMap((language) => WIDTHS.flatMap((width) => THEMES.map((theme) => ({ language, width, theme }))));

describe.each(screens)('The screens, in $language at $width px, $theme', (screen) => {
  let browser: Browser;
  let served: Case;

  const check = async ({ page, errors }: Person, path: string, ready: string, before: (page: Page) => Promise<void> = async () => undefined): Promise<void> => {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await before(page);
    expect([path, await violations(page)]).toEqual([path, []]);
    expect([path, await page.evaluate(() => document.documentElement.lang)]).toEqual([path, screen.language]);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)]).toEqual([path, false]);
    expect([path, errors]).toEqual([path, []]);
  };

  const as = (role: Role): Promise<Person> => signedIn(browser, role, screen);

  beforeAll(async () => {
    browser = await openBrowser();
    served = await openCase(screen.language === 'ko' ? '모두에게 열린 화면' : 'Open to everybody');
    await act('agent', served, 'reply-to-customer', { text: 'Hello' });
    await act('agent', served, 'add-note', { text: 'A note' });
    await act('agent', served, 'hold', { reason: 'customer' });
  });
  afterAll(() => browser.close());

  it('let everybody in at the door', async () => {
    const { context, page } = await openWindow(browser, screen);
    await page.goto('/sign-in');
    await page.locator('form').waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
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
    await check(admin, '/admin/staff', 'table');
    await check(admin, '/admin/queues', 'table');
    await check(admin, '/admin/policies', 'table');
    await check(admin, '/admin/api-keys', 'h1');
    await admin.context.close();
  });

  it('let every customer ask and read', async () => {
    const customer = await as('customer');
    await check(customer, '/my', 'main ul a');
    await check(customer, '/my/new', 'form');
    await check(customer, `/my/${served.id}`, '[data-testid=stage]');
    await customer.context.close();
  });
});
