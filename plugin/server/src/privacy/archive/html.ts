import { directionOf } from '../../../../contracts/accounts';
import { renderMarkdown } from '../../platform/markdown';
import { archiveStyle } from './style';
import type { Person } from './person';
import type { Item, ItemValue, SectionName } from './section';
import { archiveWords } from './words';
import type { ArchiveWords } from './words';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
/** What people wrote; shown as it is shown on the page. */
const written = new Set(['text', 'cut', 'comment']);

/** What is one of few words, which the reader has his own for; all else is shown as it is. */
const coded = new Set(['state', 'priority', 'kind', 'type', 'from', 'to', 'what', 'by', 'outcome']);

/** How one reader sees it: his words, his dates. */
interface Reading {
  words: ArchiveWords;
  date(value: string): string;
}
const readingOf = ({ language, timeZone }: Person): Reading => {
  // Western digits, as on the pages.
  const locale = language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : language === 'de' ? 'de-DE' : 'en-GB';
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return { words: archiveWords[language], date: (value) => dates.format(new Date(value)) };
};

const labelOf = (name: string, { words }: Reading): string => words.names[name] ?? name;
const link = (path: string): string => `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escape(path.slice(path.lastIndexOf('/') + 1))}</a>`;

const textOf = (name: string, value: string, reading: Reading): string => {
  if (isMoment(value)) return `<time datetime="${value}">${escape(reading.date(value))}</time>`;
  if (name === 'file') return link(value);
  if (written.has(name)) return `<div class="text" dir="auto">${renderMarkdown(value)}</div>`;
  const said = coded.has(name) && Object.hasOwn(reading.words.values, value) ? reading.words.values[value] : undefined;
  return `<span dir="auto">${escape(said ?? value)}</span>`;
};

const valueOf = (name: string, value: ItemValue, reading: Reading): string => {
  if (typeof value === 'string') return textOf(name, value, reading);
  if (typeof value === 'boolean') return value ? reading.words.yes : reading.words.no;
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  if (!Array.isArray(value)) return facts(value, reading);
  return value.every((each) => typeof each === 'string') ? value.map(escape).join('<br>') : `<div class="inner">${value.map((each) => `<div class="item">${facts(each as Item, reading)}</div>`).join('')}</div>`;
};

const isEmpty = (value: ItemValue): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const facts = (item: Item, reading: Reading): string =>
  `<dl>${Object.entries(item).flatMap(([name, value]) => (isEmpty(value) ? [] : [`<div><dt>${escape(labelOf(name, reading))}</dt><dd>${valueOf(name, value, reading)}</dd></div>`])).join('')}</dl>`;

const letterOf = (message: Item, reading: Reading): string => {
  const { by, you, createdAt, text, byMail: _byMail, ...rest } = message;
  const who = you === true ? reading.words.you : String(by);
  const head = `<header><strong dir="auto">${escape(who)}</strong> ${textOf('createdAt', String(createdAt), reading)}</header>`;
  return `<article class="letter${you === true ? ' own' : ''}">${head}${textOf('text', String(text), reading)}${facts(rest, reading)}</article>`;
};

/** A request is a conversation and is shown as one. */
const requestOf = (item: Item, reading: Reading): string => {
  const { subject, messages, history, ...rest } = item;
  const past = `<details><summary>${escape(labelOf('history', reading))}</summary>${valueOf('history', history ?? [], reading)}</details>`;
  return `<section class="request"><h3 dir="auto">${escape(String(subject))}</h3>${facts(rest, reading)}${(messages as Item[]).map((message) => letterOf(message, reading)).join('')}${past}</section>`;
};

/** One page of a section. */
export const itemsHtml = (name: SectionName, items: Item[], person: Person): string => {
  const reading = readingOf(person);
  return items.map((item) => (name === 'requests' ? requestOf(item, reading) : `<div class="item">${facts(item, reading)}</div>`)).join('\n');
};

/** What stands before the sections: no script, and nothing is loaded from anywhere. */
export const htmlHead = (person: Person, made: string): string => {
  const { language } = person;
  const { words, date } = readingOf(person);
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const head = `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${policy}<title>${escape(words.title)}</title><style>${archiveStyle}</style></head>`;
  return `<!doctype html>\n<html lang="${language}" dir="${directionOf(language)}">${head}<body><main><h1>${escape(words.title)}</h1><p class="lead">${escape(words.lead(date(made)))}</p>`;
};
/** The heading of a section; below it a sentence where it is empty. */
export const sectionHead = (name: SectionName, person: Person): string => `\n<h2 id="${name}">${escape(archiveWords[person.language].sections[name])}</h2>\n`;
/** What stands in an empty one. */
export const emptySection = (person: Person): string => `<p class="quiet">${escape(archiveWords[person.language].nothing)}</p>`;
export const htmlEnd = '</main></body></html>\n';
