import type { Page } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { openGallery, type Gallery } from '../support/gallery';

jest.setTimeout(180_000);
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

const violationsOf = async (page: Page): Promise<string[]> => (await violationsOn(page)).flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));

/** What reaches out of the page at either side. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return [`${scrollWidth - clientWidth} px too wide`, ...outside.map((element) => `${element.tagName}.${element.className}`)];
  });

const looks = (['light', 'dark'] as const).flatMap((theme) => [320, 768, 1280].map((width) => ({ theme, width })));

describe.each(looks)('every component in the $theme theme, $width px wide', ({ theme, width }) => {
  test.each(['ltr', 'rtl'])('axe finds nothing and nothing is too wide, written %s', async (direction) => {
    const { page, context, faults } = await gallery.open({ theme, width });
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    expect(await violationsOf(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('the theme that a customer chose wins over the one of his device', async () => {
  const backgroundFor = async (theme: 'light' | 'dark', query: string): Promise<string> => {
    const { page, context } = await gallery.open({ theme }, query);
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await context.close();
    return background;
  };
  const [light, dark] = [await backgroundFor('light', ''), await backgroundFor('dark', '')];
  expect(light).not.toBe(dark);
  expect(await backgroundFor('light', '?theme=dark')).toBe(dark);
  expect(await backgroundFor('dark', '?theme=light')).toBe(light);
});
