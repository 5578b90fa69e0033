import type { Browser, Locator, Page } from 'playwright-core';
import { emailOf, type Role } from './api.adapter.js';
import { openWindow, type Screen, type Window } from './browser.adapter.js';
import { walkConfig } from './walk.config.js';
import { WORDS } from './words.js';

/** Somebody at their screen. */
export type Person = Window & { readonly words: (typeof WORDS)['ko' | 'en']; readonly press: (name: string) => Promise<void> };

/** Opens a window and signs in through the door that everybody uses. */
export const signedIn = async (browser: Browser, role: Role, screen: Screen, to = '/'): Promise<Person> => {
  const window = await openWindow(browser, screen);
  const { page } = window;
  const words = WORDS[screen.language];
  await page.goto(to);
  await page.getByLabel(words.email).fill(emailOf(role));
  await page.getByLabel(words.password, { exact: true }).fill(walkConfig().password);
  await page.getByRole('button', { name: words.signIn }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return { ...window, words, press: (name) => page.getByRole('button', { name, exact: true }).click() };
};

export const row = (page: Page, caseId: string): Locator => page.locator(`[data-case="${caseId}"]`);

export const rowsShown = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-case]').evaluateAll((rows) => rows.map((each) => (each as HTMLElement).dataset['case'] ?? ''));

export const state = (page: Page): Locator => page.getByTestId('case').getByTestId('state').first();

/** Waits until `read` answers as wished, and fails with the last answer otherwise. */
export const eventually = async <T>(read: () => Promise<T>, wished: (answer: T) => boolean, patience = 30_000): Promise<T> => {
  const began = Date.now();
  let answer = await read();
  while (!wished(answer)) {
    if (Date.now() - began > patience) throw new Error(`Still ${JSON.stringify(answer)} after ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer = await read();
  }
  return answer;
};
