import { directionOf } from '../../../contracts/accounts';
import type { Language } from '../../../contracts/accounts';
import { renderMarkdown } from '../platform/markdown';

/** A mail before it is addressed. `quote` is Markdown that a person wrote; `action` is the one link it asks to follow. */
export interface Letter {
  /** English when it is not said. */
  language?: Language;
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

/** Mail programs know no logical sides. */
const quoteHtml = (quote: string | undefined, side: 'left' | 'right'): string =>
  quote ? `<div style="margin:0 0 16px;padding:4px 16px;border-${side}:3px solid #c9c6bf">${renderMarkdown(quote)}</div>` : '';

const actionHtml = (action: Letter['action']): string =>
  action
    ? `<p style="margin:0 0 16px"><a href="${escapeHtml(action.url)}" style="color:#3b3fb6;font-weight:600">${escapeHtml(action.label)}</a></p>`
    : '';

/** The plain-text half: complete without the other, the link on its own line. */
export const letterText = ({ greeting, paragraphs, quote, action, closing }: Letter): string =>
  [
    greeting,
    ...paragraphs,
    ...(quote ? [quote.split('\n').map((line) => `> ${line}`).join('\n')] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    closing,
  ].join('\n\n');

/** The HTML half: the same words, inline styles only (mail programs drop the rest), no picture, no tracking. */
export const letterHtml = (letter: Letter): string =>
  `<!doctype html><html lang="${letter.language ?? 'en'}" dir="${directionOf(letter.language ?? 'en')}">` +
  '<body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;color:#23252f;background:#fbfaf8">' +
  '<div style="max-width:560px;margin:0 auto">' +
  paragraph(letter.greeting) +
  letter.paragraphs.map(paragraph).join('') +
  quoteHtml(letter.quote, directionOf(letter.language ?? 'en') === 'rtl' ? 'right' : 'left') +
  actionHtml(letter.action) +
  `<p style="margin:24px 0 0;color:#666a76;font-size:14px">${escapeHtml(letter.closing)}</p></div></body></html>`;
