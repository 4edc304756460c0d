import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import english from '../../plugin/admin/src/translations/en.json';
import german from '../../plugin/admin/src/translations/de.json';
import { mailReasons, mailRemarkCodes, mailSteps, receivedMailStates } from '../../plugin/contracts/inbound-mail';
import { fieldTypes, priorities, ticketEventTypes, ticketStates } from '../../plugin/contracts/tickets';
import { fieldRules } from '../../plugin/contracts/platform';

const folder = path.resolve(__dirname, '..', '..', 'plugin', 'admin', 'src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const code = sources.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
const words: Record<string, string> = english;
const keys = Object.keys(words);

// What is told to a text: `{name}`, `{count, plural, …}`; the words of each plural stand in braces of their own.
const told = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)(?:\}|,)/g)].map(([, name]) => name))].sort();
// `portal.` begins what is kept in the browser.
const prefixes = [...code.matchAll(/`((?!portal\.)(?:[a-z]+\.)+)\$\{/g)].map(([, prefix]) => prefix!);

describe('the words of the desk', () => {
  test('are the same ones in German as in English', () => expect(Object.keys(german).sort()).toEqual(keys.toSorted()));

  test('are told the same things in both languages', () => {
    for (const [key, text] of Object.entries(german)) expect([key, told(text)]).toEqual([key, told(words[key]!)]);
  });

  test('say something, calmly', () => {
    for (const text of [...Object.values(words), ...Object.values(german)]) {
      expect(text).toMatch(/^\S.*\S$/);
      expect(text).not.toMatch(/!|\boops/i);
    }
  });

  test('exist wherever the desk says one', () => {
    const said = [...code.matchAll(/\bsay\(\s*(?:[^'`)]*\?\s*)?'([^']+)'(?:\s*:\s*'([^']+)')?/g)].flatMap(([, one, other]) => [one!, ...(other ? [other] : [])]);
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter((key) => !keys.includes(key))).toEqual([]);
    for (const prefix of prefixes) expect(keys.some((key) => key.startsWith(prefix))).toBe(true);
  });

  test('are there for each state, priority, kind of question, event and broken rule', () => {
    const needed = [
      ...ticketStates.map((each) => `state.${each}`),
      ...priorities.map((each) => `priority.${each}`),
      ...fieldTypes.map((each) => `type.${each}`),
      ...ticketEventTypes.map((each) => `event.${each}`),
      ...fieldRules.map((each) => `rule.${each}`),
      ...mailReasons.map((each) => `received.reason.${each}`),
      ...receivedMailStates.map((each) => `received.state.${each}`),
      ...mailRemarkCodes.map((each) => `mail.remark.${each}`),
      ...mailSteps.map((each) => `received.step.${each}`),
    ];
    expect(needed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test('are all said somewhere', () => {
    const used = (key: string): boolean => code.includes(`'${key}'`) || code.includes(`'portal.${key}'`) || prefixes.some((prefix) => key.startsWith(prefix));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  test('in the menu are the ones of the list, for a Strapi that has not loaded it yet', () => {
    const labels = [...code.matchAll(/id: 'portal\.([\w.]+)', defaultMessage: '([^']+)'/g)];
    expect(labels).toHaveLength(32);
    for (const [, key, message] of labels) expect(words[key!]).toBe(message);
  });
});
