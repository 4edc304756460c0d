import type { Browser, Locator, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { pick, signInToAdmin } from '../support/desk';
import { signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let max: Visit;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Bicycles', position: 9000, fields: [] });
  max = await visit(browser, { baseURL: app.url });
  await signInToAdmin(max.page, 'max@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const openCategories = async (page: Page): Promise<void> => {
  await page.goto('/admin/settings/portal/categories');
  await page.getByRole('heading', { name: 'Categories', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Edit Bicycles' }).waitFor();
};
const openCategory = async (page: Page, name: string): Promise<void> => {
  await openCategories(page);
  await page.getByRole('link', { name: `Edit ${name}`, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
};
const save = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(`${name} is saved`).waitFor();
};
/** The editor of the field that was added last. */
const addField = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Add field' }).click();
  return page.getByRole('region', { name: /^Field \d+$/ }).last();
};
const asCustomer = async (javaScript: boolean, work: (page: Page) => Promise<void>): Promise<void> => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
  await signIn(page, 'cora@example.com');
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
};
/** The questions of the form, as they stand below each other. */
const questions = async (page: Page): Promise<string[]> => {
  await page.goto('/support/requests/new/details?category=bicycles');
  const labels = await page.locator('dependent-fields').locator('.field-label:visible, .choice:visible > input[type=checkbox] + label').allTextContents();
  return labels.map((label) => label.trim());
};

describe('an admin edits what a category asks', () => {
  test('with an explanation and fields of each kind', async () => {
    const { page } = max;
    await openCategory(page, 'Bicycles');
    await page.getByLabel('Help text').fill('Have the **frame number** at hand.');
    const frame = await addField(page);
    await frame.getByLabel('Label').fill('Frame number');
    expect(await page.getByRole('region', { name: 'Frame number' }).getByLabel('Field name').inputValue()).toBe('frameNumber');
    await page.getByRole('region', { name: 'Frame number' }).getByLabel('Must be answered').check();
    await (await addField(page)).getByLabel('Label').fill('What is broken?');
    const broken = page.getByRole('region', { name: 'What is broken?' });
    await broken.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Choice', exact: true }).click();
    await broken.getByLabel('Choices').fill('Brakes\nLight');
    await (await addField(page)).getByLabel('Label').fill('Which light?');
    const light = page.getByRole('region', { name: 'Which light?' });
    await light.getByRole('combobox', { name: 'Asked' }).click();
    await page.getByRole('option', { name: 'Depending on “What is broken?”' }).click();
    await light.getByRole('combobox', { name: 'Only when the answer is' }).click();
    await page.getByRole('option', { name: 'Light', exact: true }).click();
    await save(page, 'Bicycles');
  });

  test.each(twoModes)('and the customer’s form asks them $mode', ({ javaScript }) =>
    asCustomer(javaScript, async (page) => {
      expect(await questions(page)).toEqual(['Frame number', 'What is broken? (optional)', ...(javaScript ? [] : ['Which light? (optional)'])]);
      expect(await page.locator('strong', { hasText: 'frame number' }).count()).toBe(1);
      await page.getByLabel('Light', { exact: true }).check();
      expect(await page.getByLabel('Which light?').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Fill in “Frame number”');
    }),
  );

  test('is told at the field what is not right, and loses nothing', async () => {
    const { page } = max;
    await openCategory(page, 'Bicycles');
    await page.getByRole('region', { name: 'What is broken?' }).getByLabel('Choices').fill('Only one');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Some fields are not right. Nothing was saved.').waitFor();
    expect(await page.getByRole('region', { name: 'What is broken?' }).getByLabel('Choices').inputValue()).toBe('Only one');
  });

  test('puts fields in another order with the keyboard, and the form follows', async () => {
    const { page } = max;
    await openCategory(page, 'Bicycles');
    await page.getByRole('button', { name: 'Move What is broken? up' }).press('Enter');
    await save(page, 'Bicycles');
    await asCustomer(true, async (customer) => expect(await questions(customer)).toEqual(['What is broken? (optional)', 'Frame number']));
  });

  test('takes a field away', async () => {
    const { page } = max;
    await openCategory(page, 'Bicycles');
    await page.getByRole('button', { name: 'Delete Frame number' }).click();
    await save(page, 'Bicycles');
    await asCustomer(false, async (customer) => expect(await questions(customer)).toEqual(['What is broken? (optional)', 'Which light? (optional)']));
  });
});

describe('an admin orders the categories themselves', () => {
  const offered = async (page: Page): Promise<string[]> => {
    await page.goto('/support/requests/new');
    return page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').allTextContents();
  };

  test('makes one, moves it up, and customers see it there', async () => {
    const { page } = max;
    await openCategories(page);
    await page.getByRole('link', { name: 'Create category' }).click();
    await page.getByLabel(/^Name/).first().fill('Tricycles');
    await page.getByLabel('Description').fill('Three wheels.');
    await save(page, 'Tricycles');
    await asCustomer(false, async (customer) => expect((await offered(customer)).at(-1)).toBe('Tricycles'));
    await openCategories(page);
    await page.getByRole('button', { name: 'Move Tricycles up' }).click();
    await page.getByText(/^Tricycles is now number/).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await asCustomer(false, async (customer) => {
      const names = await offered(customer);
      expect(names.indexOf('Tricycles')).toBeGreaterThanOrEqual(0);
      expect(names.indexOf('Tricycles')).toBeLessThan(names.indexOf('Bicycles'));
    });
  });

  test('drags it to the top by its handle, and customers see it there', async () => {
    const { page } = max;
    // High enough for the whole list: a pointer cannot take hold of what is out of sight.
    await page.setViewportSize({ width: 1280, height: 2400 });
    await openCategories(page);
    const middle = async (name: string): Promise<{ x: number; y: number }> => {
      const box = (await page.getByRole('button', { name, exact: true }).boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const first = ((await page.getByRole('button', { name: /^Drag / }).first().textContent()) ?? '').trim();
    const [from, to] = [await middle('Drag Tricycles'), await middle(first)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 20, { steps: 4 });
    await page.mouse.move(to.x, to.y - 8, { steps: 12 });
    await page.getByText('Tricycles would be number 1 of').waitFor({ state: 'attached' });
    await page.mouse.up();
    await page.getByText('Tricycles is now number 1').waitFor({ state: 'attached' });
    await asCustomer(false, async (customer) => expect((await offered(customer))[0]).toBe('Tricycles'));
  });

  test('carries it down by keyboard, and hears where it is', async () => {
    const { page } = max;
    await openCategories(page);
    const handle = page.getByRole('button', { name: 'Drag Tricycles', exact: true });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText(/^Tricycles is lifted, number 1 of/).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await page.getByText(/^Tricycles would be number 2 of/).waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await page.getByText(/^Tricycles is now number 2 of/).waitFor({ state: 'attached' });
  });

  test('switches one off, and nobody is offered it any more', async () => {
    const { page } = max;
    await openCategory(page, 'Tricycles');
    await page.getByLabel('Active').uncheck({ force: true });
    await save(page, 'Tricycles');
    await asCustomer(true, async (customer) => expect(await offered(customer)).not.toContain('Tricycles'));
  });

  test('deletes one that nobody uses, after a question', async () => {
    const { page } = max;
    await openCategories(page);
    await page.getByRole('button', { name: 'Delete Tricycles' }).click();
    await page.getByRole('alertdialog').getByText('Delete the category “Tricycles”?').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Tricycles was deleted.').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Edit Tricycles' }).waitFor({ state: 'detached' });
  });

  test('has seen no error meanwhile', () => expect(max.faults).toEqual([]));
});
