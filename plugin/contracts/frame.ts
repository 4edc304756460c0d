import { z } from 'zod';
import { articleLink } from './knowledge';

/** A link that a team puts into the header or the footer. */
export const frameLink = z.object({ label: z.string(), href: z.string(), language: z.string().describe('Language of the label: the wanted one, else the installation’s own.') });

/** A part of the home page that a team wrote: words, articles, or both. */
export const homeBlock = z.object({
  title: z.string(),
  html: z.string().describe('Safe to show as it is; empty without words.'),
  articles: z.array(articleLink).describe('Those that this reader can see, in the order in which they were chosen.'),
  language: z.string(),
});

/** GET frame: what a team puts around and on its portal, as one reader sees it. */
export const portalFrame = z.object({
  logo: z.object({ src: z.string(), alt: z.string(), width: z.number(), height: z.number() }).nullable().describe('A picture on this server, instead of the portal’s mark and name.'),
  header: z.array(frameLink),
  footer: z.array(frameLink),
  footerTexts: z.array(z.object({ html: z.string(), language: z.string() })).describe('Words below the footer’s links, safe to show as they are.'),
  home: z.array(homeBlock),
  version: z.string().describe('Another one as soon as anything of it is another.'),
});
export type HomeBlock = z.infer<typeof homeBlock>;
export type PortalFrame = z.infer<typeof portalFrame>;

/** A portal on which nobody has put anything. */
export const emptyFrame: PortalFrame = { logo: null, header: [], footer: [], footerTexts: [], home: [], version: '' };

/** Kinds of blocks, as the content manager offers them. */
export const blockKinds = ['logo', 'header_link', 'footer_link', 'footer_text', 'home_block'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Where a link may lead: the web, a mail, a call, or a page of this server. */
export const linkAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[\d]|\/(?![/\\]))[^\s]*$/i;
