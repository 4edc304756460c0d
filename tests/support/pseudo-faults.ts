import type { Page } from 'playwright-core';

/** What people typed is marked where it is shown, since nobody knows in which direction it runs; what Intl says is no word of ours. */
const theirs = '[dir="auto"], bdi, [lang]:not(html), [data-field], time, code, pre, script, style, noscript, option';

/** The words of a page that do not come from the words of its language. */
const unspelled = (page: Page): Promise<string[]> =>
  page.evaluate((others) => {
    const known = [...document.querySelectorAll<HTMLElement>(others)].map((element) => element.textContent.trim()).filter((text) => text.length > 1).sort((one, other) => other.length - one.length);
    const byIntl = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \d{4}|\b\d[\d.,]* ?(?:[kMG]?B|bytes?|minutes?|hours?|days?)\b/g;
    const bare = (text: string): string => {
      let rest = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, ' ').replace(byIntl, ' ');
      for (let before = ''; before !== rest; ) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, ' ')];
      return /[A-Za-z]{2}/.test(rest) ? rest.trim().replace(/\s+/g, ' ') : '';
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement?.closest(others)) found.push(bare(node.textContent ?? ''));
    const read = [document.title, ...[...document.body.querySelectorAll('[aria-label], [alt], [placeholder]')].filter((element) => !element.closest(others)).flatMap((element) => ['aria-label', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''))];
    // An attribute has no markup: what the page shows as typed by others may stand in it.
    for (const text of read) found.push(bare(known.reduce((rest, each) => rest.replaceAll(each, ' '), text)));
    return [...new Set(found.filter(Boolean))];
  }, theirs);

/** Buttons and their like whose words do not fit in, and what makes the page wider than its window. */
const unfit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    // The head of a table on a phone is there for screen readers alone, and clipped away.
    const isShown = (element: HTMLElement): boolean => element.checkVisibility() && !element.closest('.visually-hidden') && getComputedStyle(element.closest('thead') ?? element).position !== 'absolute' && getComputedStyle(element).display !== 'inline';
    const cut = [...document.querySelectorAll<HTMLElement>('button, .button, .pill, summary, legend, label, th')].filter((element) => isShown(element) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
    return [...(excess > 0 ? [`${excess} px too wide`] : []), ...cut.map((element) => `cut off: ${element.textContent.trim().slice(0, 60)}`)];
  });

/** What is wrong with the open page in the pseudo language: words that are not translated, and what does not fit at 320 and 1280 px. */
export const pseudoFaults = async (page: Page, name: string): Promise<string[]> => {
  const found = (await unspelled(page)).map((text) => `${name}: “${text}” is not translated`);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await unfit(page)).map((fault) => `${name} at ${width}: ${fault}`));
  }
  return found;
};
