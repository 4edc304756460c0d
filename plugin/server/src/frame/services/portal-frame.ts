import { emptyFrame, type PortalFrame } from '../../../../contracts/frame';
import { toLink } from '../../knowledge/article-links';
import { localeFor } from '../../knowledge/locales';
import { articleLanguages } from '../../knowledge/services/article-languages';
import { articleShelf } from '../../knowledge/services/article-shelf';
import { mayRead, type Audience } from '../../knowledge/visibility';
import { now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { readBlocks, type Block } from '../block-rows';

type Held = Awaited<ReturnType<typeof readBlocks>>;
/** What another process changed shows after this time at the latest; what this one did, at once. */
const freshFor = seconds(10);

/** Of each block the version in the wanted language, else in the installation's own; others have nothing to say to this reader. */
const inLanguage = (blocks: Block[], locale: string, standard: string): Block[] => {
  const wanted = new Map(blocks.filter((block) => block.locale === standard).map((block) => [block.document, block]));
  for (const block of blocks) if (block.locale === locale) wanted.set(block.document, block);
  return blocks.filter((block) => wanted.get(block.document) === block);
};

/** What a team puts around and on its portal, from memory: every page asks. */
export const portalFrame = ({ strapi }: { strapi: Strapi }) => {
  let held: Held | null = null;
  let readAt = 0;
  let changes = 0;
  let reading: Promise<Held> | null = null;

  const read = async (): Promise<Held> => {
    const [began, known] = [Date.now(), changes];
    const found = await readBlocks(strapi);
    // What changed meanwhile may be missing in it.
    if (known === changes) [held, readAt] = [found, began];
    return found;
  };
  const current = async (): Promise<Held> => {
    if (held && Date.now() - readAt < freshFor) return held;
    const mine = (reading ??= read());
    return mine.finally(() => {
      if (reading === mine) reading = null;
    });
  };

  const homeBlocks = async (blocks: Block[], locale: string, audience: Audience): Promise<PortalFrame['home']> => {
    const home = blocks.filter(({ kind }) => kind === 'home_block');
    if (home.length === 0) return [];
    const shelf = await getService(strapi, 'article-shelf', articleShelf).get();
    const visible = new Map(shelf.visible(locale, audience, now().getTime()).map((article) => [article.document, article]));
    return home
      .map(({ title, html, articles, locale: language }) => ({ title, html, language, articles: articles.flatMap((document) => visible.get(document) ?? []).map((article) => toLink(article, shelf, locale)) }))
      .filter(({ html, articles }) => html !== '' || articles.length > 0);
  };

  return {
    /** Something changed in this process, which whoever asks from now on has to see. */
    forget(): void {
      changes += 1;
      readAt = 0;
      reading = null;
    },

    /** As one reader sees it. Never within a transaction: it reads beside it. */
    async of(language: string | undefined, audience: Audience): Promise<PortalFrame> {
      const { blocks, version } = await current();
      if (blocks.length === 0) return emptyFrame;
      const locales = await getService(strapi, 'article-languages', articleLanguages).get();
      const locale = localeFor(language, locales);
      const shown = inLanguage(blocks, locale, locales.standard).filter(({ segments }) => mayRead({ segments, signedInOnly: false, expiresAt: null }, audience, 0));
      const links = (kind: Block['kind']): PortalFrame['header'] => shown.flatMap((block) => (block.kind === kind && block.address ? [{ label: block.title, href: block.address, language: block.locale }] : []));
      return {
        // The last one wins: a segment's own stands behind everybody's.
        logo: shown.findLast(({ kind, picture }) => kind === 'logo' && picture)?.picture ?? null,
        header: links('header_link'),
        footer: links('footer_link'),
        footerTexts: shown.flatMap(({ kind, html, locale: written }) => (kind === 'footer_text' && html !== '' ? [{ html, language: written }] : [])),
        home: await homeBlocks(shown, locale, audience),
        version,
      };
    },
  };
};
