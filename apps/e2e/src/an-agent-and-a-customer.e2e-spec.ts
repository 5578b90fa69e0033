import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.adapter.js';
import { eventually, signedIn, state, type Person } from './person.adapter.js';
import { LANGUAGES } from './words.js';

describe.each(LANGUAGES)('A customer is helped, in %s', (language) => {
  const subject = language === 'ko' ? `라이선스가 오지 않아요 ${Date.now()}` : `The licence does not come ${Date.now()}`;
  let browser: Browser;
  let customer: Person;
  let agent: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    [customer, agent] = await Promise.all([signedIn(browser, 'customer', { language, width: 360 }), signedIn(browser, 'agent', { language })]);
  });
  afterAll(() => browser.close());

  it('writes a request', async () => {
    const { page, words, press } = customer;
    await page.getByRole('link', { name: words.newRequest }).click();
    await page.getByLabel(words.subject).fill(subject);
    await page.getByLabel(words.description).fill('line one\nline two');
    await press(words.sendRequest);
    await page.getByRole('heading', { name: subject }).waitFor();
    expect(page.url()).toMatch(/\/my\/[\w-]+$/);
  });

  it('is found by an agent, who narrows the list and opens the case', async () => {
    const { page, words } = agent;
    await page.getByRole('link', { name: words.open }).click();
    await page.getByRole('searchbox', { name: words.search }).fill(subject);
    await page.getByRole('list', { name: words.list }).getByText(subject).click();
    await page.getByRole('heading', { name: subject }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(subject);
    expect(new URL(page.url()).searchParams.get('state')).toBe('open');
    expect(await state(page).textContent()).toBe(words.states.new);
  });

  it('is answered, reads it and answers', async () => {
    await agent.page.getByPlaceholder(language === 'ko' ? /보이는 답변/ : /will see…/).fill('We sent it again.');
    await agent.press(agent.words.send);
    await agent.page.getByTestId('timeline').getByText('We sent it again.').waitFor();

    await customer.page.getByText('We sent it again.').waitFor();
    await customer.page.getByLabel(customer.words.answer, { exact: true }).last().fill('It is here now.');
    await customer.press(customer.words.sendAnswer);
    await agent.page.getByTestId('timeline').getByText('It is here now.').waitFor();
  });

  it('never sees what colleagues note', async () => {
    await agent.page.getByRole('tab', { name: agent.words.note }).click();
    await agent.page.getByTestId('composer').getByRole('textbox').fill('Ask payments about it');
    await agent.press(agent.words.keep);
    await agent.page.getByTestId('timeline').getByText('Ask payments about it').waitFor();
    await customer.page.reload();
    await customer.page.getByText('It is here now.').waitFor();
    expect(await customer.page.getByText('Ask payments about it').count()).toBe(0);
  });

  it('waits, is worked for again, and helped', async () => {
    const { page, words, press } = agent;
    await press(words.hold);
    await press(words.holdForCustomer);
    await eventually(() => state(page).textContent(), (text) => text === words.states.held);
    await press(words.resume);
    await eventually(() => state(page).textContent(), (text) => text === words.states.working);
    await press(words.resolve);
    await page.getByRole('dialog').getByLabel(words.resolution, { exact: true }).fill('Issued again.');
    await page.getByTestId('dialog-submit').click();
    await eventually(() => state(page).textContent(), (text) => text === words.states.resolved);
  });

  it('opens the case again, and the agent sees it without asking', async () => {
    const { page, words, press } = customer;
    await press(words.notSolved);
    await page.getByLabel(words.whatNot).fill('It is gone again.');
    await press(words.reopenIt);
    await eventually(() => state(agent.page).textContent(), (text) => text === agent.words.states.working);
    await agent.page.getByTestId('timeline').getByText('It is gone again.').waitFor();
  });

  it('is shown at any past moment, with nothing to do there and the draft kept', async () => {
    const { page, words, press } = agent;
    await page.getByRole('tab', { name: words.reply }).click();
    await page.getByTestId('composer').getByRole('textbox').fill('A draft');
    const slider = page.getByRole('slider', { name: words.spine });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByText(words.past).waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe('1');
    expect(await slider.getAttribute('aria-valuenow')).toBe('1');
    await eventually(() => state(page).textContent(), (text) => text === words.states.new);
    expect(await page.getByTestId('timeline').getByText('We sent it again.').count()).toBe(0);
    expect(await page.getByText(words.noAnswer).count()).toBe(1);
    expect(await page.getByTestId('composer').count()).toBe(0);
    expect(await page.getByRole('button', { name: words.resolve, exact: true }).count()).toBe(0);

    await page.keyboard.press('ArrowRight');
    await page.getByTestId('timeline').getByText('We sent it again.').waitFor();
    await page.reload();
    await page.getByText(words.past).waitFor();
    await press(words.backToNow);
    await eventually(() => state(page).textContent(), (text) => text === words.states.working);
    expect(await page.getByTestId('composer').getByRole('textbox').inputValue()).toBe('A draft');
  });

  it('leaves nothing behind in the browser when the agent signs out', async () => {
    const { page, words, press } = agent;
    await page.getByRole('button', { name: words.me }).click();
    await press(words.signOut);
    await page.getByRole('button', { name: words.signIn }).waitFor();
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('draft')))).toEqual([]);
    await page.goto('/inbox');
    await page.getByRole('button', { name: words.signIn }).waitFor();
    expect(new URL(page.url()).searchParams.get('back')).toContain('/inbox');
  });

  it('is helped without a single error on either screen', () => expect([...customer.errors, ...agent.errors]).toEqual([]));
});
