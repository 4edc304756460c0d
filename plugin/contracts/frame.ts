import type { ArticleLink } from './knowledge';

/** A link that a team puts into the header or the footer. */
export interface FrameLink {
  label: string;
  href: string;
  /** Language of the label: the wanted one, else the installation's own. */
  language: string;
}

/** A part of the home page that a team wrote: words, articles, or both. */
export interface HomeBlock {
  title: string;
  /** Safe to show as it is; empty without words. */
  html: string;
  /** Those that this reader can see, in the order in which they were chosen. */
  articles: ArticleLink[];
  language: string;
}

/** GET frame: what a team puts around and on its portal, as one reader sees it. */
export interface PortalFrame {
  /** A picture on this server, instead of the portal's mark and name. */
  logo: { src: string; alt: string; width: number; height: number } | null;
  header: FrameLink[];
  footer: FrameLink[];
  /** Words below the footer's links, safe to show as they are. */
  footerTexts: { html: string; language: string }[];
  home: HomeBlock[];
  /** Another one as soon as anything of it is another. */
  version: string;
}

/** A portal on which nobody has put anything. */
export const emptyFrame: PortalFrame = { logo: null, header: [], footer: [], footerTexts: [], home: [], version: '' };

/** Kinds of blocks, as the content manager offers them. */
export const blockKinds = ['logo', 'header_link', 'footer_link', 'footer_text', 'home_block'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Where a link may lead: the web, a mail, a call, or a page of this server. */
export const linkAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[\d]|\/(?![/\\]))[^\s]*$/i;
