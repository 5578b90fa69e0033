import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Language } from './words.js';
import { walkConfig } from './walk.config.js';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: walkConfig().chromium, args: FLAGS });

export type Screen = { readonly language: Language; readonly width?: number; readonly theme?: 'light' | 'dark' };

/** A window of somebody of their own: nothing is shared with the others. What goes wrong in it is kept in `errors`. */
export type Window = { readonly context: BrowserContext; readonly page: Page; readonly errors: string[] };

export const openWindow = async (browser: Browser, { language, width = 1440, theme = 'light' }: Screen): Promise<Window> => {
  const phone = width < 700;
  const context = await browser.newContext({
    baseURL: walkConfig().url,
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    colorScheme: theme,
    viewport: { width, height: phone ? 740 : 900 },
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) errors.push(message.text());
  });
  return { context, page, errors };
};
