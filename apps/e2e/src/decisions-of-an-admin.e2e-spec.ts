import type { Browser } from 'playwright-core';
import { openBrowser, openWindow } from './browser.adapter.js';
import { signedIn, type Person } from './person.adapter.js';

describe('An admin', () => {
  const mark = String(Date.now());
  let browser: Browser;
  let admin: Person;

  beforeAll(async () => {
    browser = await openBrowser();
    admin = await signedIn(browser, 'admin', { language: 'en' }, '/admin/staff');
  });
  afterAll(() => browser.close());

  it('brings in a colleague, who signs in with the password that is shown once', async () => {
    const { page, press } = admin;
    await page.locator('table').waitFor();
    await press('Add a colleague');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(`Colleague ${mark}`);
    await dialog.getByLabel(/E-mail address/).fill(`colleague${mark}@demo.onmaru.example`);
    await dialog.getByRole('button', { name: 'Add a colleague' }).click();
    const password = (await page.getByTestId('secret').textContent()) ?? '';
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('cell', { name: `Colleague ${mark}`, exact: true }).waitFor();

    const window = await openWindow(browser, { language: 'en' });
    await window.page.goto('/');
    await window.page.getByLabel('E-mail address').fill(`colleague${mark}@demo.onmaru.example`);
    await window.page.getByLabel('Password', { exact: true }).fill(password);
    await window.page.getByRole('button', { name: 'Sign in' }).click();
    await window.page.waitForURL(/\/inbox/);
    await window.page.getByText('No open case is assigned to you').waitFor();
    await window.context.close();
  });

  it('changes how many cases the colleague holds at once', async () => {
    const { page } = admin;
    const colleague = page.getByRole('row').filter({ hasText: `colleague${mark}@` });
    await colleague.getByText('0 of 5 places taken').waitFor();
    await colleague.getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Change the capacity' }).click();
    await page.getByRole('dialog').getByLabel('Capacity', { exact: true }).fill('7');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await colleague.getByText('0 of 7 places taken').waitFor();
  });

  it('opens a queue, that cases can be moved to from then on', async () => {
    const { page, press } = admin;
    await page.goto('/admin/queues');
    await press('Open a queue');
    await page.getByRole('dialog').getByLabel('Name').fill(`Queue ${mark}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Open a queue' }).click();
    await page.getByRole('cell', { name: `Queue ${mark}` }).waitFor();
  });

  it('drafts a policy and puts it in force', async () => {
    const { page, press } = admin;
    await page.goto('/admin/policies');
    await page.locator('table').first().waitFor();
    const versions = await page.locator('section[data-situation]').count();
    await press('Draft a new version');
    await page.getByRole('dialog').getByRole('button', { name: 'Priority for impact 3, urgency 3: P4' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Priority for impact 3, urgency 3: P1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Draft a new version' }).click();
    const drafted = page.getByRole('region', { name: `Version ${versions + 1}` });
    await drafted.getByText('draft').waitFor();
    await drafted.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await drafted.getByText('in force').waitFor();
    expect(await page.getByText('in force', { exact: true }).count()).toBe(1);
  });

  it('erases a customer for ever, after being asked twice', async () => {
    const { page, press } = admin;
    await page.goto('/customers');
    await press('Register a customer');
    await page.getByRole('dialog').getByLabel('Name').fill(`Erasable ${mark}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Register a customer' }).click();
    await page.getByRole('button', { name: `More actions: Erasable ${mark}` }).click();
    await page.getByRole('menuitem', { name: 'Erase personal data' }).click();
    const erase = page.getByRole('button', { name: 'Erase for ever' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByRole('dialog').getByLabel('Why erase').fill('They asked for it');
    await page.getByLabel('I know that this cannot be undone').check();
    await erase.click();
    await page.getByRole('cell', { name: `Erasable ${mark}`, exact: true }).waitFor({ state: 'detached' });
  });

  it('decides all that without an error', () => expect(admin.errors).toEqual([]));
});
