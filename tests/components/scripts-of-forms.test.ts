import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { comeBack, openGallery, part, type Gallery } from '../support/gallery';

jest.setTimeout(60_000);
let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

describe('submit once', () => {
  const button = (page: Page) => part(page, 'submit-once').getByRole('button', { name: 'Send request' });
  const sent = (page: Page): Promise<string[]> => page.evaluate(() => document.body.dataset['sent']?.split(' ') ?? []);
  /** A line so slow that no answer comes: what is sent is only written down. */
  const onSlowLine = (page: Page): Promise<void> =>
    page.evaluate(() =>
      addEventListener('submit', (event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement, event.submitter);
        document.body.dataset['sent'] = [document.body.dataset['sent'], [...fields].join()].filter(Boolean).join(' ');
      }),
    );

  test('a double click and an Enter after it send the form once', () =>
    gallery.on(true, async (page) => {
      const requests: Request[] = [];
      await page.route(/_components\?/, (_route, request) => void requests.push(request));
      await button(page).dblclick({ noWaitAfter: true });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      expect(requests.map((request) => new URL(request.url()).search)).toEqual(['?do=send']);
    }));

  test('the pressed button is sent with its name, keeps the focus, and looks busy', () =>
    gallery.on(true, async (page) => {
      await onSlowLine(page);
      await button(page).click();
      expect(await sent(page)).toEqual(['do,send']);
      expect(await button(page).getAttribute('aria-disabled')).toBe('true');
      expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  test('can be sent again when the page comes back from the browser’s memory', () =>
    gallery.on(true, async (page) => {
      await onSlowLine(page);
      await button(page).click();
      await comeBack(page);
      expect(await button(page).getAttribute('aria-disabled')).toBeNull();
      await button(page).click();
      expect(await sent(page)).toHaveLength(2);
    }));

  test('is an ordinary form where no script runs', () =>
    gallery.on(false, async (page) => {
      await button(page).click();
      await page.waitForURL(/do=send/);
    }));
});

describe('keep draft', () => {
  const area = (page: Page) => page.getByLabel('Kept while you type');
  const keptOn = async (page: Page): Promise<string[]> => {
    const kept: string[] = [];
    await page.route(/\?kept$/, async (route, request) => {
      kept.push(new URLSearchParams(request.postData() ?? '').get('kept') ?? '');
      await route.fulfill({ status: 204 });
    });
    return kept;
  };

  test('keeps the text a moment after the typing, once, and says so', () =>
    gallery.on(true, async (page) => {
      const kept = await keptOn(page);
      await area(page).pressSequentially('Half a thought');
      await part(page, 'keep-draft').getByText('Draft saved').waitFor();
      expect(kept).toEqual(['Half a thought']);
    }));

  test('keeps it at once when the page is left', () =>
    gallery.on(true, async (page) => {
      const before = gallery.site.posts.length;
      await area(page).fill('Closed too early');
      await page.goto('/support/check-mail');
      while (gallery.site.posts.length === before) await pause(20);
      expect(gallery.site.posts.slice(before)).toEqual(['/support/_components?kept']);
    }));

  test('keeps nothing that nobody typed, and nothing after the form is sent', () =>
    gallery.on(true, async (page) => {
      const kept = await keptOn(page);
      await page.goto('/support/check-mail');
      await page.goBack();
      await area(page).fill('Sent');
      await part(page, 'keep-draft').getByRole('button').click();
      await page.waitForURL(/kept=Sent/);
      expect(kept).toEqual([]);
    }));

  test('lets the form go only after a draft that is on its way', () =>
    gallery.on(true, async (page) => {
      const order: string[] = [];
      await page.route(/\?kept/, async (route, request) => {
        const isDraft = request.method() === 'POST';
        if (isDraft) await new Promise((resolve) => setTimeout(resolve, 400));
        order.push(isDraft ? 'draft' : 'form');
        await (isDraft ? route.fulfill({ status: 204 }) : route.continue());
      });
      await area(page).fill('One after the other');
      await page.waitForRequest(/\?kept$/);
      await part(page, 'keep-draft').getByRole('button').click({ noWaitAfter: true });
      await page.waitForURL(/kept=One/);
      expect(order).toEqual(['draft', 'form']);
    }));

  test('is an ordinary form where no script runs', () =>
    gallery.on(false, async (page) => {
      await area(page).fill('By hand');
      await part(page, 'keep-draft').getByRole('button').click();
      await page.waitForURL(/kept=By\+hand/);
    }));
});
