import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import arabic from '../../plugin/admin/src/translations/ar.json';
import arabicContent from '../../plugin/admin/src/translations/content.ar.json';
import germanContent from '../../plugin/admin/src/translations/content.de.json';
import german from '../../plugin/admin/src/translations/de.json';
import english from '../../plugin/admin/src/translations/en.json';
import { article } from '../../plugin/server/src/knowledge/content-types/article';
import { portalBlock } from '../../plugin/server/src/frame/content-types/portal-block';
import { knowledgeCategory } from '../../plugin/server/src/knowledge/content-types/knowledge-category';
import { mailReasons, mailRemarkCodes, mailSteps, receivedMailStates } from '../../plugin/contracts/inbound-mail';
import { fieldTypes, priorities, ticketEventTypes, ticketStates } from '../../plugin/contracts/tickets';
import { fieldRules } from '../../plugin/contracts/platform';

const folder = path.resolve(__dirname, '..', '..', 'plugin', 'admin', 'src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const code = sources.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
const words: Record<string, string> = english;
const keys = Object.keys(words);

interface Told {
  /** What is told to a text, and how each is written: `name`, `count plural`, `limit number`. */
  places: string[];
  /** The forms of each plural, those for one number left out. */
  forms: string[];
}
const withForms = (elements: MessageFormatElement[]): Told[] =>
  elements.flatMap((element): Told[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type !== TYPE.plural) return [{ places: [element.type === TYPE.number ? `${element.value} number` : String((element as { value: string }).value)], forms: [] }];
    const inside = Object.values(element.options).flatMap(({ value }) => withForms(value));
    const forms = Object.keys(element.options).filter((form) => !form.startsWith('='));
    return [{ places: [`${element.value} plural`], forms: [forms.sort().join(' ')] }, ...inside];
  });
const toldTo = (text: string): Told => {
  const all = withForms(parse(text));
  return { places: [...new Set(all.flatMap(({ places }) => places))].sort(), forms: all.flatMap(({ forms }) => forms) };
};
// `portal.` begins what is kept in the browser.
const prefixes = [...code.matchAll(/`((?!portal\.)(?:[a-z]+\.)+)\$\{/g)].map(([, prefix]) => prefix!);

describe('the words of the desk', () => {
  describe.each([
    ['English', 'en', words],
    ['German', 'de', german as Record<string, string>],
    ['Arabic', 'ar', arabic as Record<string, string>],
  ])('in %s', (_name, language, own) => {
    test('are the same ones as in English, in the same order', () => expect(Object.keys(own)).toEqual(keys));

    test('are told the same things', () => {
      for (const [key, text] of Object.entries(own)) expect([key, toldTo(text).places]).toEqual([key, toldTo(words[key]!).places]);
    });

    test('have a form for each kind of number of their language', () => {
      // Numbers of things are whole: French and Spanish forms for millions are not ours.
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'zero').sort().join(' ');
      const counted = Object.entries(own).flatMap(([key, text]) => toldTo(text).forms.map((forms) => [key, forms]));
      expect(counted.length).toBeGreaterThan(40);
      for (const [key, forms] of counted) expect([key, forms]).toEqual([key, needed]);
    });

    test('say something, calmly', () => {
      for (const [key, text] of Object.entries(own)) {
        expect([key, text]).toEqual([key, expect.stringMatching(/^\S.*\S$/)]);
        expect([key, text]).toEqual([key, expect.not.stringMatching(/!|\boops/i)]);
      }
    });
  });

  test('are Arabic letters in Arabic, but for names, codes and keys', () => {
    const foreign = Object.entries(arabic).filter(([, text]) => !/\p{Script=Arabic}/u.test(text));
    expect(foreign.map(([key]) => key)).toEqual(['letter.agent', 'attachment.download', 'found.message', 'audit.fromTo', 'requester.segment']);
  });

  test('for the fields of articles are there in each language but English, whose words stand in the content types', () => {
    const fieldsOf = (name: string, attributes: Record<string, object>): string[] =>
      Object.entries(attributes).filter(([, attribute]) => !('visible' in attribute)).map(([field]) => `content-manager.content-types.plugin::portal.${name}.${field}`);
    const types = [article, knowledgeCategory, portalBlock].map(({ schema }) => schema);
    const hints = types.flatMap(({ config }) => Object.values(config.metadatas).map(({ edit }) => edit.description)).filter(Boolean);
    const needed = [...types.flatMap(({ info, attributes }) => [info.displayName, ...fieldsOf(info.singularName, attributes)]), ...new Set(hints)].sort();
    for (const content of [germanContent, arabicContent]) expect(Object.keys(content).sort()).toEqual(needed);
    for (const { info, attributes, config } of types) expect(Object.keys(config.metadatas).map((field) => `content-manager.content-types.plugin::portal.${info.singularName}.${field}`)).toEqual(fieldsOf(info.singularName, attributes));
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
    expect(labels).toHaveLength(33);
    for (const [, key, message] of labels) expect(words[key!]).toBe(message);
  });
});
