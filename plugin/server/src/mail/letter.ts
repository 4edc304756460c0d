import { directionOf } from '../../../contracts/accounts';
import type { Language } from '../../../contracts/accounts';
import { renderMarkdown } from '../platform/markdown';

/** The colour of its link, whether its paper is dark, and whether it follows the reader's device. */
export interface LetterLook {
  accent: string | null;
  dark: boolean;
  /** On dark paper, where the device asks for it. */
  accentOnDark?: string | null;
  auto?: boolean;
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
  action?: Link;
  /** Several ways to answer, one a line: from one to five stars. */
  choices?: Link[];
  /** Small print before the end: that it can be answered. */
  notes?: string[];
  /** Where he ends mails like this one. */
  leave?: Link;
  closing: string;
}
interface Link {
  label: string;
  url: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
const linkHtml = ({ url, label }: Link, style: string): string => `<a class="link" href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a>`;

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
  quote ? `<div class="quote" style="margin:0 0 16px;padding:4px 16px;border-${side}:3px solid ${edge}">${renderMarkdown(quote)}</div>` : '';

const actionHtml = (action: Letter['action'], { link }: Inks): string => (action ? `<p style="margin:0 0 16px">${linkHtml(action, `${link};font-weight:600`)}</p>` : '');
const choicesHtml = (choices: Link[] = [], { link }: Inks): string => choices.map((choice, index) => `<p style="margin:0 0 ${index === choices.length - 1 ? 24 : 8}px">${linkHtml(choice, link)}</p>`).join('');

const footHtml = ({ notes = [], closing, leave }: Letter, { quiet }: Inks): string => {
  const lines = [...notes.map(escapeHtml), escapeHtml(closing), ...(leave ? [linkHtml(leave, quiet)] : [])];
  return lines.map((line, index) => `<p class="quiet" style="margin:${index === 0 ? 24 : 4}px 0 0;${quiet};font-size:14px">${line}</p>`).join('');
};

/** Programs that follow the device get both papers; others keep the one that is written beside each word. */
const headHtml = ({ dark, auto, accentOnDark = null }: LetterLook): string => {
  const scheme = auto ? 'light dark' : dark ? 'dark' : 'light';
  const own = inksOf({ accent: accentOnDark, dark: true });
  const rules = `body{${own.paper.replaceAll(';', ' !important;')} !important}.link,.quote a{${own.link} !important}.quiet,.quiet a{${own.quiet} !important}.quote{border-color:${own.edge} !important}`;
  const style = auto ? `<style>:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme: dark){${rules}}</style>` : '';
  return `<head><meta charset="utf-8"><meta name="color-scheme" content="${scheme}"><meta name="supported-color-schemes" content="${scheme}">${style}</head>`;
};

const choicesText = (choices: Link[]): string[] => (choices.length > 0 ? [choices.map(({ label, url }) => `${label}: ${url}`).join('\n')] : []);

const footerHtml = (footer: string, { quiet, edge }: Inks): string =>
  footer ? `<p class="quiet" style="margin:16px 0 0;padding:12px 0 0;border-top:1px solid ${edge};${quiet};font-size:13px">${footer.split('\n').map(escapeHtml).join('<br>')}</p>` : '';

/** The plain-text half: complete without the other, the link on its own line, the desk's `footer` below the mark that mail programs know. */
export const letterText = ({ greeting, paragraphs, quote, action, choices = [], notes = [], leave, closing }: Letter, footer = ''): string =>
  [
    greeting,
    ...paragraphs,
    ...(quote ? [quote.split('\n').map((line) => `> ${line}`).join('\n')] : []),
    ...choicesText(choices),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...notes,
    closing,
    ...(leave ? [`${leave.label}:\n${leave.url}`] : []),
    ...(footer ? [`-- \n${footer}`] : []),
  ].join('\n\n');

/** The HTML half: the same words, inline styles (many mail programs drop the rest), no picture, no tracking. */
export const letterHtml = (letter: Letter, footer = ''): string => {
  const { language = 'en', look = { accent: null, dark: false } } = letter;
  const own = inksOf(look);
  return (
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}">${headHtml(look)}` +
    `<body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;${own.paper}">` +
    '<div style="max-width:560px;margin:0 auto">' +
    paragraph(letter.greeting) +
    letter.paragraphs.map(paragraph).join('') +
    quoteHtml(letter.quote, directionOf(language) === 'rtl' ? 'right' : 'left', own) +
    choicesHtml(letter.choices, own) +
    actionHtml(letter.action, own) +
    `${footHtml(letter, own)}${footerHtml(footer, own)}</div></body></html>`
  );
};
