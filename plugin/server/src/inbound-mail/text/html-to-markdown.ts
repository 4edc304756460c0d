import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';

/** Stands at the beginning of what a mail program marked as the quoted mail. */
export const quoteMark = '\ue000';
/** Around the Content-ID of a picture that stands in the text. */
const [pictureStart, pictureEnd] = ['\ue001', '\ue002'];
const [linkStart, linkMiddle, linkEnd] = ['\ue003', '\ue004', '\ue005'];
const links = new RegExp(`${linkStart}([^${linkStart}${linkEnd}]*)${linkMiddle}([^${linkEnd}]*)${linkEnd}`, 'g');
/** Nobody but us writes these. */
const foreignMarks = /[\ue000-\ue005]/g;
/** A text of a stranger without what only we may write into it. */
export const withoutMarks = (text: string): string => text.replace(foreignMarks, '');
/** What `picture` writes, with the Content-ID as its group. */
export const pictureMarks = new RegExp(`${pictureStart}([^${pictureEnd}]*)${pictureEnd}`, 'g');

const longestHtml = 2_000_000;
/** How mail programs mark what they quote, in their classes and ids. */
const quoteSelectors = ['div.gmail_quote', 'div.gmail_quote_container', 'div.gmail_attr', 'div.yahoo_quoted', 'div.moz-cite-prefix', 'div#divRplyFwdMsg', 'div#appendonsend', 'div#mail-editor-reference-message-container', 'div.OutlookMessageHeader', 'div.protonmail_quote', 'div.zmail_extra', 'blockquote.gmail_quote'];
const hiddenSelectors = ['script', 'style', 'head', 'title', 'template', 'object', 'iframe', 'svg', 'video', 'audio', '*[hidden]', '*[style*="display:none"]', '*[style*="display: none"]'];

const around = (mark: string): FormatCallback => (element, walk, builder) => {
  builder.addLiteral(mark);
  walk(element.children, builder);
  builder.addLiteral(mark);
};

const attributes = (element: Parameters<FormatCallback>[0]): Record<string, string> => (element.attribs as Record<string, string> | undefined) ?? {};

/** `[words](address)`; the address alone where the words are nothing else. */
const link: FormatCallback = (element, walk, builder) => {
  const href = (attributes(element).href ?? '').trim().replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const isShown = /^(https?:|mailto:)/i.test(href) && href.length <= 2000;
  if (isShown) builder.addLiteral(linkStart);
  walk(element.children, builder);
  if (isShown) builder.addLiteral(`${linkMiddle}${href}${linkEnd}`);
};
const picture: FormatCallback = (element, _walk, builder) => {
  const { src = '', alt = '' } = attributes(element);
  const [, cid] = /^cid:(.+)$/i.exec(src.trim()) ?? [];
  // Of a picture that would be fetched from elsewhere only its words stay.
  if (cid !== undefined) builder.addLiteral(`${pictureStart}${cid}${pictureEnd}`);
  else if (alt.trim() !== '') builder.addInline(alt.trim().slice(0, 200));
};

const quote: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(quoteMark);
  builder.closeBlock({ trailingLineBreaks: 1 });
  const inner = element.name === 'blockquote' ? 'blockquote' : 'block';
  builder.options.formatters?.[inner]?.(element, walk, builder, { leadingLineBreaks: 1, trailingLineBreaks: 1 });
};

/** Cells beside each other, rows under each other. */
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: longestHtml, maxDepth: 120, maxChildNodes: 20_000 },
  formatters: { link, picture, quote, cell, bold: around('**'), emphasis: around('*') },
  selectors: [
    { selector: 'a', format: 'link' },
    { selector: 'img', format: 'picture' },
    { selector: 'b', format: 'bold' },
    { selector: 'strong', format: 'bold' },
    { selector: 'em', format: 'emphasis' },
    { selector: 'i', format: 'emphasis' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } })),
    ...quoteSelectors.map((selector) => ({ selector, format: 'quote' })),
    ...hiddenSelectors.map((selector) => ({ selector, format: 'skip' })),
  ],
};

const linkText = (words: string, href: string): string => {
  const plain = words.replace(/[[\]\n]/g, ' ').trim();
  if (plain === '') return /^https?:/i.test(href) ? `<${href}>` : '';
  const bare = href.replace(/^mailto:/i, '');
  return [href, bare, href.replace(/\/$/, '')].includes(plain) || `${plain}/` === href ? plain : `[${plain}](${href})`;
};

const spacesOutside = (all: string, words: string): string => {
  const plain = words.trimEnd();
  return plain === words || plain.includes('\n') ? all : `**${plain}**${words.slice(plain.length)}`;
};

/**
 * Emphasis of nothing is no emphasis, and of what ends with a space none that Markdown knows. Each step reads the text
 * once: a pattern that looks for the end of spaces anew from each of them would keep a node busy for minutes.
 */
const tidy = (text: string): string =>
  text
    .replace(/\*{2,}(\s*)\*{2,}/g, '$1')
    .replace(/\*\*([^*]*)\*\*/g, spacesOutside)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .replace(/^ (?=\d+\. )/gm, '')
    .replace(/\n{3,}/g, '\n\n');

/**
 * The text of an HTML mail in the Markdown that people write here: lists, links, emphasis and quotes stay, tags,
 * scripts, styles and pictures from elsewhere do not. `quoteMark` stands where the quoted mail begins.
 */
export const htmlToMarkdown = async (html: string): Promise<string> => {
  const [{ convert }, { default: sanitize }] = await Promise.all([import('html-to-text'), import('sanitize-html')]);
  // First of all a well-formed tree without anything that acts: what follows need not know every trick.
  const safe = sanitize(withoutMarks(html.slice(0, longestHtml)), {
    // No `body`: some programs quote a whole document, and its body would be taken for that of the mail.
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'center', 'font'],
    allowedAttributes: { '*': ['class', 'id', 'type', 'hidden', 'style'], a: ['href'], img: ['src', 'alt'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'cid'],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'button', 'title'],
    parseStyleAttributes: false,
    nestingLimit: 100,
  });
  return tidy(convert(safe, options).replace(links, (_all, words: string, href: string) => linkText(words, href)));
};
