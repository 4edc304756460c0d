import fc from 'fast-check';
import type { DraftValues } from '../../plugin/contracts/conversation';
import { isAsked } from '../../plugin/contracts/questions';
import type { Category, CategoryField, FieldValue } from '../../plugin/contracts/tickets';
import { answersOf, checkFields } from '../../plugin/server/src/tickets/form';
import { shownAnswers } from '../../site/src/features/wizard/answers';
import { creationOf } from '../../site/src/features/wizard/draft';
import { wordsFor } from '../../site/src/i18n';

const question = (name: string, more: Partial<CategoryField> = {}): CategoryField => ({ name, label: `Label of ${name}`, type: 'text', required: false, help: '', choices: [], dependsOn: null, ...more });
const rulesAt = (fields: CategoryField[], values: Record<string, FieldValue>): string[] => checkFields(fields, values).map(({ path, rule }) => `${path} ${rule}`);

describe("the answers to a category's own questions", () => {
  test('a question that must be answered is missed when it is absent, empty or blank', () => {
    const fields = [question('order', { required: true })];
    for (const values of [{}, { order: '' }, { order: ' \n\t' }] as Record<string, string>[]) expect(rulesAt(fields, values)).toEqual(['fields.order required']);
    expect(rulesAt(fields, { order: 'NW-1' })).toEqual([]);
  });

  test('a box that must be ticked is missed while it is not', () => {
    const fields = [question('agreed', { type: 'checkbox', required: true })];
    expect(rulesAt(fields, {})).toEqual(['fields.agreed required']);
    expect(rulesAt(fields, { agreed: false })).toEqual(['fields.agreed required']);
    expect(rulesAt(fields, { agreed: true })).toEqual([]);
  });

  test('an answer of the wrong type is refused, never silently lost', () => {
    expect(rulesAt([question('gift', { type: 'checkbox' })], { gift: 'true' })).toEqual(['fields.gift malformed']);
    expect(rulesAt([question('order')], { order: true })).toEqual(['fields.order malformed']);
    expect(rulesAt([question('due', { type: 'date' })], { due: false })).toEqual(['fields.due malformed']);
  });

  test('only offered choices are taken, to the letter', () => {
    const fields = [question('trouble', { type: 'choice', choices: ['Late', 'Damaged'] })];
    expect(rulesAt(fields, { trouble: 'Late' })).toEqual([]);
    for (const trouble of ['late', 'Late ', 'Stolen', 'constructor']) expect(rulesAt(fields, { trouble })).toEqual(['fields.trouble not_allowed']);
  });

  test('a date is a day of the calendar', () => {
    const fields = [question('due', { type: 'date' })];
    for (const due of ['2026-02-28', '2024-02-29', '2026-12-31']) expect(rulesAt(fields, { due })).toEqual([]);
    for (const due of ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '26-02-01', '2026-2-1', '2026-02-01T00:00', 'tomorrow']) {
      expect([due, rulesAt(fields, { due })]).toEqual([due, ['fields.due malformed']]);
    }
  });

  test('a short answer ends at 500 characters and a long one at 5,000', () => {
    const fields = [question('short'), question('long', { type: 'long_text' })];
    expect(rulesAt(fields, { short: 'x'.repeat(500), long: 'x'.repeat(5000) })).toEqual([]);
    expect(checkFields(fields, { short: 'x'.repeat(501), long: 'x'.repeat(5001) }).map(({ path, rule, limit }) => [path, rule, limit])).toEqual([['fields.short', 'too_long', 500], ['fields.long', 'too_long', 5000]]);
  });

  test('an answer to a question that nobody asked is refused by its name', () => {
    expect(rulesAt([question('order')], { order: 'a', toString: 'b', admin: true })).toEqual(['fields.toString unknown', 'fields.admin unknown']);
  });

  test('what is kept has the label it answered, and leaves out what was left empty', () => {
    const fields = [question('order'), question('gift', { type: 'checkbox' }), question('place')];
    expect(answersOf(fields, { order: 'NW-1', gift: false, place: '  ' })).toEqual([{ name: 'order', label: 'Label of order', value: 'NW-1' }]);
  });
});

describe('questions that depend on others', () => {
  const trouble = question('trouble', { type: 'choice', choices: ['Late', 'Damaged'] });
  const due = question('due', { required: true, dependsOn: { field: 'trouble', equals: 'Late' } });
  const evening = question('evening', { required: true, dependsOn: { field: 'due', equals: 'today' } });
  const fields = [trouble, due, evening];

  test('a question is asked only after the wanted answer, and only then must be answered', () => {
    expect(rulesAt(fields, { trouble: 'Damaged' })).toEqual([]);
    expect(rulesAt(fields, { trouble: 'Late' })).toEqual(['fields.due required']);
  });

  test('an answer left from before a change of mind is not kept', () => {
    expect(answersOf(fields, { trouble: 'Damaged', due: 'today' }).map(({ name }) => name)).toEqual(['trouble']);
  });

  test('nobody is asked what hangs on a question that is itself not asked', () => {
    const changedMind = { trouble: 'Damaged', due: 'today' };
    expect(rulesAt(fields, changedMind)).toEqual([]);
    expect(isAsked(evening, fields, changedMind)).toBe(false);
    expect(isAsked(evening, fields, { trouble: 'Late', due: 'today' })).toBe(true);
  });

  test('an untouched box counts as not ticked, whatever the question is called', () => {
    for (const name of ['gift', 'constructor', 'toString', 'valueOf']) {
      const box = question(name, { type: 'checkbox' });
      const why = question('why', { dependsOn: { field: name, equals: false } });
      expect(isAsked(why, [box, why], {})).toBe(true);
      expect(isAsked(why, [box, why], { [name]: true })).toBe(false);
    }
  });

  test('questions that point at each other, at themselves or at nothing are not asked, and end nothing', () => {
    const one = question('one', { dependsOn: { field: 'two', equals: 'x' } });
    const two = question('two', { dependsOn: { field: 'one', equals: 'x' } });
    const self = question('self', { dependsOn: { field: 'self', equals: 'x' } });
    const lost = question('lost', { dependsOn: { field: 'gone', equals: false } });
    const all = [one, two, self, lost];
    expect(all.filter((each) => isAsked(each, all, { one: 'x', two: 'x', self: 'x' }))).toEqual([]);
  });
});

describe('page and server', () => {
  const names = ['one', 'two', 'three', 'four'];
  const choices = ['A', 'B'];
  const fieldAt = (index: number) =>
    fc.record({ type: fc.constantFrom('text', 'choice', 'checkbox') as fc.Arbitrary<CategoryField['type']>, above: fc.integer({ min: -1, max: index - 1 }), equals: fc.constantFrom<string | boolean>('A', true, false) })
      .map(({ type, above, equals }) => question(names[index]!, { type, choices, dependsOn: above < 0 ? null : { field: names[above]!, equals } }));
  const forms = fc.tuple(fieldAt(0), fieldAt(1), fieldAt(2), fieldAt(3));
  const typed = fc.record(Object.fromEntries(names.map((name) => [`fields.${name}`, fc.constantFrom('', 'A', 'B', 'true')])));

  test('agree about which questions were asked, so that nobody checks an answer that is not sent', () => {
    fc.assert(
      fc.property(forms, typed, (fields, values: DraftValues) => {
        const category: Category = { slug: 'c', name: 'C', description: '', helpHtml: '', parent: null, leaf: true, suggestedPriority: 'normal', fields, firstReplyHours: null };
        const shown = shownAnswers(category, values, wordsFor('en'), 'en').map(({ name }) => name);
        const sent = creationOf(values, category).fields;
        expect(shown).toEqual(fields.filter((field) => isAsked(field, fields, sent)).map(({ name }) => name));
        expect(answersOf(fields, sent).every(({ name }) => shown.includes(name))).toBe(true);
      }),
    );
  });

  test('what the check lets pass is kept with the types it asked for', () => {
    fc.assert(
      fc.property(forms, fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.boolean(), fc.constantFrom('', 'A', 'B', ' '))), (fields, values) => {
        if (checkFields(fields, values).length > 0) return;
        for (const { name, value } of answersOf(fields, values)) expect(typeof value).toBe(fields.find((each) => each.name === name)?.type === 'checkbox' ? 'boolean' : 'string');
      }),
    );
  });
});
