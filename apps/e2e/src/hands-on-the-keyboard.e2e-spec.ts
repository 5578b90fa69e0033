import type { Browser } from 'playwright-core';
import { act, openCase, type Case } from './api.adapter.js';
import { openBrowser } from './browser.adapter.js';
import { eventually, row, signedIn, state, type Person } from './person.adapter.js';

describe('An agent with both hands on the keyboard', () => {
  const word = `keys${Date.now()}`;
  let browser: Browser;
  let agent: Person;
  let older: Case;
  let newer: Case;

  beforeAll(async () => {
    browser = await openBrowser();
    older = await openCase(`${word} older`);
    newer = await openCase(`${word} newer`);
    agent = await signedIn(browser, 'agent', { language: 'ko' }, `/inbox?state=open&q=${word}`);
    await row(agent.page, newer.id).waitFor();
  });
  afterAll(() => browser.close());

  it('walks the list, opens a case and goes on to the next', async () => {
    const { page } = agent;
    await page.keyboard.press('KeyJ');
    await eventually(() => page.evaluate(() => document.activeElement?.closest('[data-case]')?.getAttribute('data-case')), (id) => id === newer.id);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(newer.id));
    await page.getByRole('heading', { name: `${word} newer` }).waitFor();
    await page.keyboard.press('KeyJ');
    await page.waitForURL(new RegExp(older.id));
    await page.keyboard.press('KeyK');
    await page.waitForURL(new RegExp(newer.id));
  });

  it('takes the case, notes, and walks its time line', async () => {
    const { page, words } = agent;
    await page.getByRole('heading', { name: `${word} newer` }).waitFor();
    await page.keyboard.press('KeyI');
    await page.getByTestId('timeline').getByText('담당이 됨').waitFor();
    await page.keyboard.press('KeyN');
    await page.keyboard.type('ejki[]');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('timeline').getByText('ejki[]').waitFor();
    expect(page.url()).toContain(newer.id);
    await page.getByRole('heading', { name: `${word} newer` }).focus();
    await page.keyboard.press('BracketLeft');
    await page.getByText(words.past).waitFor();
    await page.keyboard.press('BracketRight');
    await eventually(() => page.getByText(words.past).count(), (count) => count === 0);
  });

  it('writes Hangul in peace: nothing is sent, and no shortcut fires, in the middle of a letter', async () => {
    const { page, words } = agent;
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.keyboard.press('KeyR');
    const box = page.getByTestId('composer').getByRole('textbox');
    const keyboard = await agent.context.newCDPSession(page);
    for (const text of ['ㅎ', '하', '한']) await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229, modifiers: 2 } as const;
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    expect(sent).toEqual([]);
    await keyboard.send('Input.insertText', { text: '한' });
    await page.keyboard.insertText('글이에요');
    expect(await box.inputValue()).toBe('한글이에요');
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('timeline').getByText('한글이에요').waitFor();
    expect(sent.filter((url) => url.endsWith('/reply-to-customer'))).toHaveLength(1);
    expect(await box.inputValue()).toBe('');
    expect(await page.getByRole('tab', { name: words.reply }).getAttribute('aria-selected')).toBe('true');
  });

  it('is shown what a colleague did meanwhile before an answer goes out, and keeps the text', async () => {
    const { page, words, press } = agent;
    await page.route(`**/api/v1/events**`, (route) => route.abort());
    await page.reload();
    await page.getByRole('heading', { name: `${word} newer` }).waitFor();
    await act('supervisor', newer, 'reply-to-customer', { text: 'A colleague was faster.' });
    await page.getByTestId('composer').getByRole('textbox').fill('Too late?');
    await press(words.send);
    await page.getByText(words.changed).waitFor();
    await page.getByTestId('composer').getByText('A colleague was faster.').waitFor();
    expect(await page.getByTestId('composer').getByRole('textbox').inputValue()).toBe('Too late?');
    await press(words.again);
    await page.getByTestId('timeline').getByText('Too late?').waitFor();
    await page.unroute(`**/api/v1/events**`);
  });

  it('resolves it', async () => {
    const { page, words } = agent;
    await page.getByRole('heading', { name: `${word} newer` }).focus();
    await page.keyboard.press('KeyE');
    await page.getByRole('dialog').getByLabel(words.resolution, { exact: true }).fill('끝났어요');
    await page.keyboard.press('Control+Enter');
    await eventually(() => state(page).textContent(), (text) => text === words.states.resolved);
  });

  it('can switch the letters off', async () => {
    const { page, words } = agent;
    await page.evaluate(() => localStorage.setItem('onmaru.settings', JSON.stringify({ keys: false })));
    await page.reload();
    await page.getByRole('heading', { name: `${word} newer` }).waitFor();
    const before = page.url();
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('BracketLeft');
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await page.getByText(words.past).count()).toBe(0);
  });
});
