import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One fault, and each element that has it. */
export type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** A page that was looked at before has axe already, and to begin it anew takes longer than most looks. */
const sourceFor = async (page: Page): Promise<{ axeSource?: string }> => ((await page.evaluate(() => 'axe' in window)) ? { axeSource: ';' } : {});

/**
 * What axe finds on the open page, or in a part of it. It describes only what is wrong: to write down every
 * element that is right takes four times as long. The other mode than the old one opens a window for each
 * look, to put together what it found in frames; ours have none of their own.
 */
export const violationsOn = async (page: Page, part?: string): Promise<Violations> => {
  const axe = new AxeBuilder({ page, ...(await sourceFor(page)) }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(standards);
  return (await (part ? axe.include(part) : axe).analyze()).violations;
};
