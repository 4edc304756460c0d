import fc from 'fast-check';
import { categoryChange, type CategoryField } from '../../plugin/contracts/tickets';
import { categoryFaults, slugFor } from '../../plugin/server/src/tickets/category-rules';
import type { CategoryRow } from '../../plugin/server/src/tickets/rows';

const row = (slug: string, parent: string | null = null): CategoryRow => ({
  id: 1, slug, name: slug, parent, description: null, helpText: null, position: 0, suggestedPriority: 'normal', fields: null, active: true, createdAt: '', updatedAt: '',
});
const change = (more: object) => categoryChange.parse({ name: 'Parcels', ...more });
const faults = (slug: string | null, more: object, all: CategoryRow[] = []): string[] => categoryFaults(slug, change(more), all).map(({ path, rule }) => `${path} ${rule}`);
const text = { name: 'order', label: 'Order', type: 'text' };
const choice = { name: 'trouble', label: 'Trouble', type: 'choice', choices: ['Late', 'Damaged'] };
const box = { name: 'gift', label: 'Gift', type: 'checkbox' };

describe("a category's address", () => {
  test('is readable, whatever accents its name has', () => {
    expect(slugFor('Lieferung & Versand', [])).toBe('lieferung-versand');
    expect(slugFor('  Größe ändern?! ', [])).toBe('grosse-andern');
    expect(slugFor('STRASSE ẞ', [])).toBe('strasse-ss');
  });

  test('is another one when the name is taken', () => {
    expect(slugFor('Parcels', ['parcels', 'parcels-2'])).toBe('parcels-3');
  });

  test('exists for names in other alphabets; names without letters have none', () => {
    expect(slugFor('Доставка', [])).toBe('category');
    expect(slugFor('配送', ['category'])).toBe('category-2');
    expect(slugFor(' –!? ', [])).toBe('');
  });

  test('is made of small letters, digits and single dashes, fits its column, and is free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.array(fc.constantFrom('a', 'a-2', 'b', 'category')), (name, taken) => {
        const slug = slugFor(name, taken);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(taken).not.toContain(slug);
        if (/[\p{L}\p{N}]/u.test(name)) expect(slug).not.toBe('');
      }),
    );
    expect(slugFor(`${'a'.repeat(59)} b`, [])).toBe('a'.repeat(59));
  });
});

describe('where a category may stand', () => {
  const all = [row('top'), row('child', 'top'), row('other')];

  test('at the top, or under a category of the top', () => {
    expect(faults(null, { parent: null }, all)).toEqual([]);
    expect(faults(null, { parent: 'other' }, all)).toEqual([]);
  });

  test('not under itself, a missing one, a child, or anything once it has children', () => {
    for (const [slug, parent] of [['other', 'other'], [null, 'gone'], [null, 'child'], ['top', 'other']] as const) {
      expect([parent, faults(slug, { parent }, all)]).toEqual([parent, ['parent not_allowed']]);
    }
  });
});

describe("a category's own questions", () => {
  test('have names of their own', () => expect(faults(null, { fields: [text, text] })).toEqual(['fields.1.name not_allowed']));

  test('offer at least two choices, each once', () => {
    expect(faults(null, { fields: [{ ...choice, choices: ['Late'] }] })).toEqual(['fields.0.choices too_short']);
    expect(faults(null, { fields: [{ ...choice, choices: ['Late', ' Late '] }] })).toEqual(['fields.0.choices not_allowed']);
  });

  test('depend only on what was asked before them', () => {
    const later = { ...text, dependsOn: { field: 'trouble', equals: 'Late' } };
    expect(faults(null, { fields: [choice, later] })).toEqual([]);
    expect(faults(null, { fields: [later, choice] })).toEqual(['fields.0.dependsOn not_allowed']);
    expect(faults(null, { fields: [{ ...text, dependsOn: { field: 'order', equals: 'x' } }] })).toEqual(['fields.0.dependsOn not_allowed']);
  });

  test('never wait for an answer that cannot be given', () => {
    const after = (above: object & { name: string }, equals: string | boolean) => faults(null, { fields: [above, { ...text, name: 'next', dependsOn: { field: above.name, equals } }] });
    for (const [above, equals] of [[choice, 'Late'], [box, true], [box, false], [text, 'NW-1']] as const) expect(after(above, equals)).toEqual([]);
    for (const [above, equals] of [[choice, 'Stolen'], [choice, true], [box, 'true'], [text, true], [text, ' ']] as const) expect(after(above, equals)).toEqual(['fields.1.dependsOn not_allowed']);
  });

  test('are all told at once when several are wrong', () => {
    const wrong: Partial<CategoryField>[] = [choice, { ...choice, choices: [] }, { ...text, dependsOn: { field: 'gone', equals: true } }] as Partial<CategoryField>[];
    expect(faults(null, { parent: 'gone', fields: wrong })).toEqual(['parent not_allowed', 'fields.1.name not_allowed', 'fields.1.choices too_short', 'fields.2.dependsOn not_allowed']);
  });
});
