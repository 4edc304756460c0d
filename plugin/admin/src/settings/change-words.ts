import { policyKeys, standardSegment } from '../../../contracts/policy';
import { priorities } from '../../../contracts/tickets';
import { durationText } from '../service-levels/open-duration';
import type { Say, Word } from '../use-words';
import english from '../translations/en.json';

const known = (word: string): word is Word => word in english;
type Values = Record<string, unknown>;

/** Kinds of things that are changed, as the server names them; the longer name of two comes first. */
const kinds = ['erased customer', 'received mail', 'request', 'file', 'changes', 'retention', 'business hours', 'service levels', 'saved reply', 'search words', 'categories', 'category', 'segments', 'segment', 'customer', 'organisation', 'settings', 'webhook'];

/** What was changed, in the reader's words: `segment premium` → “Segment premium”. */
export const whatWords = (what: string, say: Say): string => {
  const kind = kinds.find((each) => what === each || what.startsWith(`${each} `));
  if (!kind) return what;
  const name = what.slice(kind.length + 1);
  return [say(`changed.${kind}` as Word), name].filter(Boolean).join(' ');
};

/** Who did it: a name, or one that is nobody's. */
export const whoWords = (who: string, say: Say): string => (who === 'customer' || who === 'portal' ? say(`audit.who.${who}`) : who);

/** A part of it: a key of the policy, or of the thing itself. */
export const keyWords = (key: string, say: Say): string => {
  if (policyKeys.some((each) => each === key)) return say(`policy.${key}` as Word);
  if (key.startsWith('question ')) return say('part.question', { name: key.slice('question '.length) });
  return known(`part.${key}`) ? say(`part.${key}` as Word) : key;
};

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const weekday = (day: number, language: string): string => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));

const openingWords = ({ day, from, to }: Values, language: string): string => `${weekday(Number(day), language)} ${String(from)}–${String(to)}`;
const holidayWords = ({ name, from, to }: Values): string => `${String(name)} (${from === to ? String(from) : `${String(from)} – ${String(to)}`})`;
const targetWords = ({ segment, priority, replyMinutes, resolutionMinutes }: Values, say: Say): string => {
  const whom = [segment ? String(segment) : say('levels.everySegment'), priority ? say(`priority.${String(priority)}` as Word) : say('levels.everyPriority')].join(' · ');
  const within = ([word, minutes]: readonly [Word, unknown]): string[] => (typeof minutes === 'number' ? [`${say(word)} ${durationText(minutes)} h`] : []);
  return `${whom}: ${([['levels.reply', replyMinutes], ['levels.resolution', resolutionMinutes]] as const).flatMap(within).join(', ')}`;
};

/** A thing with parts, by what it is. */
const partsWords = (value: Values, say: Say, language: string): string => {
  if ('day' in value) return openingWords(value, language);
  if ('replyMinutes' in value) return targetWords(value, say);
  if ('from' in value && 'name' in value) return holidayWords(value);
  const said = Object.entries(value).filter(([, part]) => part !== null && part !== '' && !(Array.isArray(part) && part.length === 0));
  return said.map(([key, part]) => `${keyWords(key, say)}: ${valueWords(key, part, say, language)}`).join(', ');
};

/** What two things with parts do not share; other values as they are. */
export const differing = (one: unknown, other: unknown): unknown => (isValues(one) && isValues(other) ? Object.fromEntries(Object.entries(one).filter(([key, part]) => JSON.stringify(part) !== JSON.stringify(other[key]))) : one);

/** A value as a person says it. */
export const valueWords = (key: string, value: unknown, say: Say, language: string): string => {
  if (value === undefined && policyKeys.some((each) => each === key)) return say('audit.unset');
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no');
  if (key === 'limits.maxFileSize') return `${Math.round((Number(value) / 1_048_576) * 100) / 100} MB`;
  if (Array.isArray(value)) return value.map((each) => valueWords(key, each, say, language)).join(key === 'synonyms' || key === 'targets' ? ' | ' : ', ');
  if (isValues(value)) return partsWords(value, say, language);
  const text = String(value);
  if (/priorit/i.test(key) && priorities.some((each) => each === text)) return say(`priority.${text}` as Word);
  if (['by', 'then', 'factor', 'which'].includes(key)) return known(`proof.${text}`) ? say(`proof.${text}` as Word) : text;
  if (key === 'theme.mode') return known(`mode.${text}`) ? say(`mode.${text}` as Word) : text;
  if (key === 'type') return known(`type.${text}`) ? say(`type.${text}` as Word) : text;
  if (key === 'segment' && text === standardSegment) return say('segments.nobody');
  return text === 'by rule' ? say('customers.byRule') : text;
};
