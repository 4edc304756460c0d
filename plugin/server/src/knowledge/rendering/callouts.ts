import type { Element } from 'hast';
import { element } from './tree';

const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
type Kind = (typeof kinds)[number];
const sign = /^\[!(note|tip|important|warning|caution)\](?:[ \t]*\n|[ \t]+|$)/i;

const english: Record<Kind, string> = { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' };
const words: Record<string, Record<Kind, string>> = {
  en: english,
  de: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  ar: { note: 'ملاحظة', tip: 'نصيحة', important: 'مهم', warning: 'تحذير', caution: 'تنبيه' },
};

/** A quote that begins with `[!NOTE]` (as at GitHub) becomes a callout; any other element is answered as it is. */
export const calloutOf = (quote: Element, language: string): Element => {
  if (quote.tagName !== 'blockquote') return quote;
  const first = quote.children.find((child) => child.type === 'element');
  const start = first?.tagName === 'p' ? first.children[0] : undefined;
  const named = start?.type === 'text' ? sign.exec(start.value) : null;
  if (!first || start?.type !== 'text' || !named) return quote;
  const kind = named[1]?.toLowerCase() as Kind;
  start.value = start.value.slice(named[0].length);
  // The line break after the sign can be an element of its own.
  if (start.value === '' && first.children[1]?.type === 'element' && first.children[1].tagName === 'br') first.children.splice(0, 2);
  const title = element('p', { className: ['callout-title'] }, [{ type: 'text', value: (words[language.split('-')[0] ?? ''] ?? english)[kind] }]);
  const rest = quote.children.filter((child) => child !== first || first.children.some((inner) => inner.type !== 'text' || inner.value.trim() !== ''));
  return element('div', { className: ['callout', `callout-${kind}`], role: 'note' }, [title, ...rest]);
};
