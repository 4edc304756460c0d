import type { Page } from 'playwright-core';
import { openGallery, part, type Gallery } from '../support/gallery';

jest.setTimeout(60_000);
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

/** Transitions and animations longer than `most` milliseconds, in elements and their pseudo-elements. */
const movements = (page: Page, most: number): Promise<string[]> =>
  page.evaluate((limit) => {
    const milliseconds = (value: string): number => Math.max(...value.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 1 : 1000)));
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element, pseudo);
        const longest = Math.max(milliseconds(transitionDuration), milliseconds(animationDuration));
        return longest > limit ? [`${element.tagName}.${element.className}${pseudo ?? ''}: ${longest} ms`] : [];
      }),
    );
  }, most);

test('nothing moves for somebody who asked for less motion, and nothing for longer than 150 ms otherwise', async () => {
  const { page, context } = await gallery.open();
  expect(await movements(page, 0)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await movements(page, 150)).toEqual([]);
  expect((await movements(page, 0)).length).toBeGreaterThan(0);
  await context.close();
});

describe('in a high-contrast theme, which takes all colours away', () => {
  /** Whether a border or an outline is drawn, since grounds and shadows are not. */
  const edged = (page: Page, selector: string): Promise<string[]> =>
    page.locator(selector).evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { borderBlockEndStyle, borderBlockEndWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
          const bordered = borderBlockEndStyle !== 'none' && parseFloat(borderBlockEndWidth) >= 1;
          return element.getBoundingClientRect().width > 0 && !bordered && !(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1);
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    );

  const inHighContrast = async (work: (page: Page) => Promise<void>): Promise<void> => {
    const { page, context } = await gallery.open();
    await page.emulateMedia({ forcedColors: 'active' });
    await work(page);
    await context.close();
  };

  test('everything with a ground of its own still has an edge', () =>
    inHighContrast(async (page) => {
      for (const selector of ['.button', '.input', '.pill', '.turn-banner', '.notice', '.letter', '.error-summary', '.category-card', '.empty-state', '.guidance', '.file-field > input', '.avatar']) {
        expect([selector, await edged(page, selector)]).toEqual([selector, []]);
        expect(await page.locator(selector).count()).toBeGreaterThan(0);
      }
    }));

  test('the current page is marked, in the navigation and among page numbers', () =>
    inHighContrast(async (page) => {
      expect(await edged(page, '.site-nav a[aria-current], .pagination a[aria-current]')).toEqual([]);
      expect((await edged(page, '.site-nav a:not([aria-current])')).length).toBeGreaterThan(0);
      expect((await edged(page, '.pagination a:not([aria-current])')).length).toBeGreaterThan(0);
    }));

  test('a chosen answer looks other than one that is not', () =>
    inHighContrast(async (page) => {
      const [chosen, other] = await Promise.all([true, false].map((checked) => part(page, 'radio-group').locator(checked ? 'input:checked' : 'input:not(:checked)').first().screenshot()));
      expect(chosen?.equals(other ?? Buffer.alloc(0))).toBe(false);
    }));

  test('the focus is still drawn', () =>
    inHighContrast(async (page) => {
      await page.keyboard.press('Tab');
      const { outlineStyle, outlineWidth } = await page.locator(':focus').evaluate((element) => getComputedStyle(element));
      expect([outlineStyle, parseFloat(outlineWidth) >= 2]).toEqual(['solid', true]);
    }));
});

test('with more contrast, muted words are as dark as the others', async () => {
  const { page, context } = await gallery.open();
  const colours = (): Promise<string[]> => page.locator('.field-hint').first().evaluate((hint) => [getComputedStyle(hint).color, getComputedStyle(document.body).color]);
  const [hint, ink] = await colours();
  expect(hint).not.toBe(ink);
  await page.emulateMedia({ contrast: 'more' });
  const [darkHint, sameInk] = await colours();
  expect(darkHint).toBe(sameInk);
  await context.close();
});
