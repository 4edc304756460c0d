import type { Page } from 'playwright-core';
import { smallPng } from '../support/parcel-category';
import { comeBack, openGallery, part, type Gallery } from '../support/gallery';

jest.setTimeout(60_000);
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

const file = (name: string) => ({ name, mimeType: 'image/png', buffer: smallPng });
const isFocused = (page: Page, selector: string): Promise<boolean> => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

describe('character count', () => {
  test('says how much is left, and how much is too much', () =>
    gallery.on(true, async (page) => {
      const counted = part(page, 'character-count').locator('[data-count]');
      await page.getByLabel('Counted').fill('x'.repeat(38));
      expect(await counted.textContent()).toBe('You have 2 characters left');
      await page.getByLabel('Counted').fill('x'.repeat(39));
      expect(await counted.textContent()).toBe('You have 1 character left');
      await page.getByLabel('Counted').fill('x'.repeat(42));
      expect(await counted.textContent()).toBe('You have 2 characters too many');
    }));

  test('keeps quiet far from the limit, and never cuts what is typed', () =>
    gallery.on(true, async (page) => {
      await page.getByLabel('Counted').fill('short');
      expect(await part(page, 'character-count').locator('[data-count]').isVisible()).toBe(false);
      await page.getByLabel('Counted').fill('x'.repeat(60));
      expect(await page.getByLabel('Counted').inputValue()).toHaveLength(60);
    }));

  test('speaks politely, once the typing pauses', () =>
    gallery.on(true, async (page) => {
      const spoken = part(page, 'character-count').locator('[aria-live]');
      expect(await spoken.getAttribute('aria-live')).toBe('polite');
      await page.getByLabel('Counted').fill('x'.repeat(34));
      await page.getByLabel('Counted').pressSequentially('!!');
      expect(await spoken.textContent()).not.toBe('You have 4 characters left');
      await spoken.getByText('You have 4 characters left').waitFor({ state: 'attached' });
    }));

  test('says the limit where no script runs', () =>
    gallery.on(false, async (page) => expect(await part(page, 'character-count').getByText('You can use up to 40 characters').first().isVisible()).toBe(true)));
});

describe('error summary', () => {
  test.each([true, false])('its links lead to the fields (JavaScript %s)', (javaScript) =>
    gallery.on(javaScript, async (page) => {
      await part(page, 'error-summary').getByRole('link', { name: 'Enter a subject' }).click();
      await page.keyboard.type('typed where the link led');
      // A browser without script moves to the field; its next Tab or letter starts from there.
      if (javaScript) expect(await page.locator('#subject').inputValue()).toBe('typed where the link led');
      expect(await page.evaluate(() => location.hash)).toBe(javaScript ? '' : '#subject');
    }));

  test('shows the label of the field, not only its input', () =>
    gallery.on(true, async (page) => {
      await part(page, 'error-summary').getByRole('link', { name: 'Enter a subject' }).click();
      const top = await page.locator('label[for=subject]').evaluate((label) => label.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(200);
    }));

  test.each([true, false])('a page that shows it says so in its title (JavaScript %s) and gives it the focus', async (javaScript) => {
    const { page, context } = await gallery.open({ javaScript });
    // A form with a token that is none: refused by the site itself.
    await page.route('**/support/register', async (route, request) => {
      const body = request.postData()?.replace(/_csrf=[^&]*/, '_csrf=stale');
      await route.continue(body === undefined ? {} : { postData: body });
    });
    await page.goto('/support/register');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    if (javaScript) expect(await isFocused(page, '.error-summary')).toBe(true);
    await context.close();
  });
});

describe('file field', () => {
  test('lists the names and sizes of what was chosen', () =>
    gallery.on(true, async (page) => {
      const field = part(page, 'file-field');
      await field.getByLabel('Attach files').first().setInputFiles([file('first.png'), file('<b>second</b>.png')]);
      expect(await field.getByRole('listitem').allTextContents()).toEqual(['first.png 0.1 kB', '<b>second</b>.png 0.1 kB']);
      await field.getByLabel('Attach files').first().setInputFiles([]);
      expect(await field.getByRole('listitem').count()).toBe(0);
    }));

  test('takes files without script as well', () =>
    gallery.on(false, async (page) => {
      const input = part(page, 'file-field').getByLabel('Attach files').first();
      await input.setInputFiles([file('first.png')]);
      expect(await input.inputValue()).toContain('first.png');
    }));
});

describe('password field', () => {
  const input = (page: Page) => page.locator('#password');
  const typeOf = (page: Page): Promise<string | null> => input(page).getAttribute('type');

  test('shows and hides what was typed, and says so', () =>
    gallery.on(true, async (page) => {
      await input(page).fill('a few words in a row');
      await part(page, 'password-field').getByRole('button', { name: 'Show password' }).first().click();
      expect(await typeOf(page)).toBe('text');
      expect(await page.getByText('Your password is visible').count()).toBe(1);
      await part(page, 'password-field').getByRole('button', { name: 'Hide password' }).click();
      expect(await typeOf(page)).toBe('password');
      expect(await page.getByText('Your password is hidden').count()).toBe(1);
      expect(await input(page).inputValue()).toBe('a few words in a row');
    }));

  test('hides it again when the page comes back from the browser’s memory', () =>
    gallery.on(true, async (page) => {
      await part(page, 'password-field').getByRole('button', { name: 'Show password' }).first().click();
      await comeBack(page);
      expect(await typeOf(page)).toBe('password');
    }));

  test('leaves as a password when its form is sent', async () => {
    const { page, context } = await gallery.open();
    await page.goto('/support/register');
    await page.getByRole('button', { name: 'Show password' }).click();
    const left = page.evaluate(
      () => new Promise<string>((resolve) => document.forms[0]?.addEventListener('submit', (event) => (event.preventDefault(), setTimeout(() => resolve(document.querySelector<HTMLInputElement>('#password')?.type ?? ''))))),
    );
    await page.getByRole('button', { name: 'Create account' }).click();
    expect(await left).toBe('password');
    await context.close();
  });

  test('has no button that does nothing where no script runs', () =>
    gallery.on(false, async (page) => {
      expect(await part(page, 'password-field').getByRole('button').count()).toBe(0);
      expect(await typeOf(page)).toBe('password');
    }));
});

test('the pages behind these components asked no API', () => expect(gallery.site.calls).toEqual([]));
