import { directionOf } from '../../../contracts/accounts';
import type { Language } from '../../../contracts/accounts';
import { renderMarkdown } from '../platform/markdown';

/** The colour of its link, and whether its paper is dark. */
export interface LetterLook {
  accent: string | null;
  dark: boolean;
}

/** A mail before it is addressed. `quote` is Markdown that a person wrote; `action` is the one link it asks to follow. */
export interface Letter {
  /** English when it is not said. */
  language?: Language;
  /** Colours of whom it is for; the portal's own when it is not said. */
  look?: LetterLook;
  subject: string;
  greeting: string;
  paragraphs: string[];
  quote?: string;
  action?: { label: string; url: string };
  closing: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;

/** Ink, paper and what is between; the dark ones are those of the portal's dark theme. */
const inks = {
  light: { paper: 'color:#23252f;background:#fbfaf8', link: 'color:#3b3fb6', quiet: 'color:#666a76', edge: '#c9c6bf' },
  dark: { paper: 'color:#e9ebf1;background:#10141d', link: 'color:#9db2f5', quiet: 'color:#aaaeb8', edge: '#3a3f4b' },
};
type Inks = (typeof inks)['light'];
const inksOf = ({ accent, dark }: LetterLook): Inks => {
  const own = dark ? inks.dark : inks.light;
  return accent === null ? own : { ...own, link: `color:${accent}` };
};

/** Mail programs know no logical sides. */
const quoteHtml = (quote: string | undefined, side: 'left' | 'right', { edge }: Inks): string =>
  quote ? `<div style="margin:0 0 16px;padding:4px 16px;border-${side}:3px solid ${edge}">${renderMarkdown(quote)}</div>` : '';

const actionHtml = (action: Letter['action'], { link }: Inks): string =>
  action ? `<p style="margin:0 0 16px"><a href="${escapeHtml(action.url)}" style="${link};font-weight:600">${escapeHtml(action.label)}</a></p>` : '';

const footerHtml = (footer: string, { quiet, edge }: Inks): string =>
  footer ? `<p style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid ${edge};${quiet};font-size:13px">${footer.split('\n').map(escapeHtml).join('<br>')}</p>` : '';

/** The plain-text half: complete without the other, the link on its own line, the desk's `footer` below the mark that mail programs know. */
export const letterText = ({ greeting, paragraphs, quote, action, closing }: Letter, footer = ''): string =>
  [
    greeting,
    ...paragraphs,
    ...(quote ? [quote.split('\n').map((line) => `> ${line}`).join('\n')] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    closing,
    ...(footer ? [`-- \n${footer}`] : []),
  ].join('\n\n');

/** The HTML half: the same words, inline styles only (mail programs drop the rest), no picture, no tracking. */
export const letterHtml = (letter: Letter, footer = ''): string => {
  const { language = 'en', look = { accent: null, dark: false } } = letter;
  const own = inksOf(look);
  return (
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}">` +
    `<body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;${own.paper}">` +
    '<div style="max-width:560px;margin:0 auto">' +
    paragraph(letter.greeting) +
    letter.paragraphs.map(paragraph).join('') +
    quoteHtml(letter.quote, directionOf(language) === 'rtl' ? 'right' : 'left', own) +
    actionHtml(letter.action, own) +
    `<p style="margin:24px 0 0;${own.quiet};font-size:14px">${escapeHtml(letter.closing)}</p>` +
    footerHtml(footer, own) +
    '</div></body></html>'
  );
};
