import { LRUCache } from 'lru-cache';
import MarkdownIt from 'markdown-it';

// `html: false` escapes every tag that was typed; links outside http(s) and mailto stay text.
const renderer = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable(['image', 'table', 'heading', 'lheading']);
renderer.validateLink = (url) => /^(https?:|mailto:)/i.test(url.trim());
renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  // What customers link must neither rank nor learn where it was clicked.
  tokens[index]?.attrSet('rel', 'nofollow noopener noreferrer ugc');
  return self.renderToken(tokens, index, options);
};

// Messages are read many times and never change: a page of forty would spend most of its time here.
const rendered = new LRUCache<string, string>({ maxSize: 8_000_000, sizeCalculation: (html, source) => html.length + source.length + 1 });

/** Safe HTML of the Markdown subset people write in (paragraphs, emphasis, lists, quotes, code, links). */
export const renderMarkdown = (source: string): string => {
  const known = rendered.get(source);
  if (known !== undefined) return known;
  const html = renderer.render(source);
  rendered.set(source, html);
  return html;
};
