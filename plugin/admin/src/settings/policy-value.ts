import type { PolicyKey } from '../../../contracts/policy';
import type { ShownSource } from '../../../contracts/settings';
import type { Say, Word } from '../use-words';

/** Bytes of one megabyte, in which admins give sizes. */
export const megabyte = 1_048_576;
/** How many of what is kept make one of what is shown. */
export const unitOf = (key: PolicyKey): number => (key === 'limits.maxFileSize' ? megabyte : 1);

const listed = (key: PolicyKey, value: unknown[], say: Say): string => value.map((each) => (key === 'priorities' ? say(`priority.${String(each)}` as Word) : String(each))).join(', ');

/** What a key is set to, in words. */
export const sayValue = (key: PolicyKey, value: unknown, say: Say): string => {
  if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no');
  if (typeof value === 'number') return String(Math.round((value / unitOf(key)) * 100) / 100);
  if (Array.isArray(value)) return listed(key, value, say) || say('value.none');
  if (key === 'theme.mode') return say(`mode.${String(value)}` as Word);
  if (key === 'chat.askEmail') return say(`asks.${String(value)}` as Word);
  return String(value) || say(key.startsWith('theme.') ? 'value.own' : 'value.none');
};

/** Where a value comes from, in words. */
export const saySource = ({ from, segment, title }: ShownSource, say: Say): string => {
  const name = title ?? segment ?? '';
  if (from === 'segment') return say('source.segment', { name });
  return segment ? say('source.configSegment', { name }) : say(`source.${from}`);
};

/** What taking an override back comes to: from where the value would come then, and which it is. */
export const sayFallback = (key: PolicyKey, { from, segment, title }: ShownSource, inherited: unknown, say: Say): string =>
  say(`drop.${from}`, { name: title ?? segment ?? '', value: sayValue(key, inherited, say) });
