import type { Page } from 'playwright-core';
import { openGallery, type Gallery } from '../support/gallery';

jest.setTimeout(180_000);
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

interface Focused {
  name: string;
  outlined: boolean;
}

/** Elements that have an outline, of their own or of what covers them. */
const outlined = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('*')].flatMap((each) => [getComputedStyle(each), getComputedStyle(each, '::after')]).filter(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2).length);

/** The focused element, and whether it, its cover or the card around it has an outline. */
const focused = (page: Page): Promise<Focused | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const styles = [getComputedStyle(element), getComputedStyle(element, '::after'), getComputedStyle(element.closest('.choice') ?? element)];
    const name = `${element.tagName.toLowerCase()}.${element.className} ${element.id} ${element.textContent?.trim().slice(0, 40)}`;
    return { name, outlined: styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) };
  });

/** Walks through the page with Tab, as far as it goes. */
const walk = async (page: Page): Promise<Focused[]> => {
  const steps: Focused[] = [];
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === null) return steps;
    steps.push(now);
  }
  throw new Error('Tab never left the page.');
};

test.each(['light', 'dark'] as const)('the focus is visible on everything that Tab reaches, %s', async (theme) => {
  const { page, context } = await gallery.open({ theme });
  expect(await outlined(page)).toBe(0);
  const steps = await walk(page);
  expect(steps.length).toBeGreaterThan(80);
  expect(steps.filter(({ outlined }) => !outlined).map(({ name }) => name)).toEqual([]);
  await context.close();
});

test('Tab reaches everything that can be pressed or filled in, and the skip link first', async () => {
  const { page, context } = await gallery.open();
  const steps = await walk(page);
  expect(steps[0]?.name).toContain('Skip to content');
  const missed = await page.evaluate(() => {
    const operable = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary')];
    return operable.filter((element) => element.checkVisibility() && element.tabIndex < 0).map((element) => element.outerHTML.slice(0, 80));
  });
  expect(missed).toEqual([]);
  await context.close();
});

/** Controls lower than 44 px, as a finger finds them: a link may cover its row, a label belongs to its box. */
const lowTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = 'a.button, button, input:not([type=hidden], :disabled), select, textarea, summary, .site-nav a, .brand, .pagination a, .breadcrumb a, .back-link a, .attachment-list a, .file-list a, .category-card a, .row-link, .error-summary a, .facts a, .site-footer a';
    const cover = (element: Element): Element => element.closest('.choice, .category-card') ?? (element.matches('.row-link') ? element.closest('tr') : null) ?? element;
    return [...document.querySelectorAll(controls)].flatMap((element) => {
      const { height, width } = cover(element).getBoundingClientRect();
      const wanted = element.matches('.error-summary a') ? 24 : 44;
      return width > 0 && height < wanted - 0.5 ? [`${height.toFixed(1)} px: ${element.outerHTML.slice(0, 100)}`] : [];
    });
  });

test.each([320, 1280])('buttons, fields and links of navigation are high enough for a finger, %i px wide', async (width) => {
  const { page, context } = await gallery.open({ width });
  expect(await lowTargets(page)).toEqual([]);
  if (width === 320) {
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await lowTargets(page)).toEqual([]);
  }
  await context.close();
});

test.each([true, false])('the menu of a phone opens, closes on Escape and gives the focus back (JavaScript %s)', async (javaScript) => {
  const { page, context } = await gallery.open({ width: 320, javaScript });
  const menu = page.getByRole('button', { name: 'Menu' });
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Account' });
  expect(await link.isVisible()).toBe(false);
  await menu.press('Enter');
  expect(await link.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await link.isVisible()).toBe(false);
  expect(await page.locator(':focus').textContent()).toBe('Menu');
  await context.close();
});
