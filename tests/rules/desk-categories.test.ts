import fc from 'fast-check';
import { changeOf, changeOfDraft, choicesOf, draftOf, emptyDraft, type FieldDraft } from '../../plugin/admin/src/categories/category-draft';
import { placed, withField, withNewField, withoutField } from '../../plugin/admin/src/categories/field-list';
import { fieldNameFor } from '../../plugin/admin/src/categories/field-name';
import { categoryOptions, childrenOf, fullName, inOrder } from '../../plugin/admin/src/desk/category-tree';
import { statesWithin } from '../../plugin/admin/src/inbox/views';
import { categoryPath, newCategoryPath, ticketPath } from '../../plugin/admin/src/places';
import type { DeskCategory } from '../../plugin/contracts/desk';
import { standingFilters } from '../../plugin/contracts/desk-views';
import { categoryChange, categoryField, ticketStates } from '../../plugin/contracts/tickets';
import { turnOf } from '../../plugin/server/src/tickets/state';

const category = (slug: string, parent: string | null, position: number, leaf = true): DeskCategory => ({
  slug, name: slug.toUpperCase(), parent, position, leaf, description: '', helpText: '', suggestedPriority: 'normal', fields: [], active: true, ticketCount: 0,
});
const field = (name: string, more: Partial<FieldDraft> = {}): FieldDraft => ({
  key: `key of ${name}`, name, label: name, type: 'text', required: false, help: '', choices: '', dependsOn: null, isNew: false, named: true, ...more,
});
const all = [category('orders', null, 1, false), category('late', 'orders', 1), category('account', null, 0), category('lost', 'orders', 0), category('broken', 'orders', 0)];

describe('categories as an admin sees them', () => {
  test('stand in the order that customers see: each top one, then its own', () => {
    expect(inOrder(all).map(({ slug }) => slug)).toEqual(['account', 'orders', 'broken', 'lost', 'late']);
    expect(childrenOf(all, 'late')).toEqual([]);
  });

  test('are offered for a ticket with the name of their parent, and only those that take tickets', () => {
    expect(categoryOptions(all).map(({ label }) => label)).toEqual(['ACCOUNT', 'ORDERS › BROKEN', 'ORDERS › LOST', 'ORDERS › LATE']);
    expect(fullName(all, category('stray', 'gone', 0))).toBe('STRAY');
  });

  test('are left in their order by looking at them', () => {
    const before = all.map(({ slug }) => slug);
    inOrder(all);
    expect(all.map(({ slug }) => slug)).toEqual(before);
  });
});

describe('the name of a question', () => {
  test('comes from its label', () => {
    expect(fieldNameFor('Order number', [])).toBe('orderNumber');
    expect(fieldNameFor('Größe (cm)?', [])).toBe('grosseCm');
    expect(fieldNameFor('2nd address', [])).toBe('ndAddress');
    expect(fieldNameFor('注文', ['field'])).toBe('field2');
  });

  test('is always one that the server takes, and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.array(fc.constantFrom('a', 'a2', 'field', 'field2')), (label, taken) => {
        const name = fieldNameFor(label, taken);
        expect(categoryField.shape.name.safeParse(name).success).toBe(true);
        expect(taken).not.toContain(name);
      }),
    );
  });

  test('follows the label until somebody typed it or it was saved', () => {
    const [fresh] = withNewField([]);
    const named = withField([fresh!], fresh!.key, { label: 'Order number' });
    expect(named[0]!.name).toBe('orderNumber');
    const typed = withField(named, fresh!.key, { name: 'order', named: true });
    expect(withField(typed, fresh!.key, { label: 'Number' })[0]!.name).toBe('order');
    expect(withField([field('saved')], 'key of saved', { label: 'New label' })[0]!.name).toBe('saved');
    expect(withField(named, fresh!.key, { label: ' ' })[0]!.name).toBe('');
  });
});

describe('the list of questions', () => {
  const trouble = field('trouble', { type: 'choice', choices: 'Late\nDamaged' });
  const due = field('due', { dependsOn: { field: 'trouble', equals: 'Late' } });

  test('puts one where another was, and the others make room', () => {
    expect(placed([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
    expect(placed([1, 2, 3, 4], 0, 3)).toEqual([2, 3, 4, 1]);
    expect(placed([1, 2, 3, 4], 3, 0)).toEqual([4, 1, 2, 3]);
    expect(placed([1, 2], 1, 1)).toEqual([1, 2]);
  });

  test('asks always what depended on a question that is gone', () => {
    expect(withoutField([trouble, due], trouble)).toEqual([{ ...due, dependsOn: null }]);
  });

  test('keeps what depends on a question when that gets another name', () => {
    const renamed = withField([{ ...trouble, isNew: true }, due], trouble.key, { name: 'problem', named: true });
    expect(renamed[1]!.dependsOn).toEqual({ field: 'problem', equals: 'Late' });
  });

  test('lets what depends on a question wait for an answer that can still be given', () => {
    const box = withField([trouble, due], trouble.key, { type: 'checkbox' });
    expect(box[1]!.dependsOn).toEqual({ field: 'trouble', equals: true });
    const choice = withField(box, trouble.key, { type: 'choice' });
    expect(choice[1]!.dependsOn).toEqual({ field: 'trouble', equals: 'Late' });
    expect(withField([trouble, due], trouble.key, { help: 'x' })[1]).toEqual(due);
  });

  test('is not changed by a change to a question that is not in it', () => {
    const list = [trouble];
    expect(withField(list, 'other', { label: 'x' })).toBe(list);
  });

  test('nothing that was not named yet pulls others along', () => {
    const nameless = field('', { key: 'nameless', isNew: true, named: false });
    expect(withField([nameless, field('due', { dependsOn: { field: '', equals: 'x' } })], 'nameless', { label: 'Order' })[1]!.dependsOn!.field).toBe('');
  });
});

describe('a category in its form', () => {
  test('is sent as the server wants it, and read back the same', () => {
    const saved = { ...category('orders', null, 3), fields: [categoryField.parse({ name: 'trouble', label: 'Trouble', type: 'choice', choices: ['Late', 'Damaged'] })] };
    expect(changeOfDraft(draftOf(saved))).toEqual(changeOf(saved));
    expect(categoryChange.safeParse(changeOfDraft(draftOf(saved))).success).toBe(true);
    expect(categoryChange.safeParse({ ...emptyDraft(4), name: 'New' }).success).toBe(true);
  });

  test('has one choice a line, blank lines left out, and none for other kinds of question', () => {
    expect(choicesOf(field('x', { type: 'choice', choices: ' Late \n\n Damaged\n' }))).toEqual(['Late', 'Damaged']);
    expect(choicesOf(field('x', { choices: 'Late' }))).toEqual([]);
  });
});

describe('the inbox', () => {
  test('shows every state in some view, and “waiting” is the customer’s turn', () => {
    const shown = new Set(Object.values(standingFilters).flatMap(statesWithin));
    expect([...shown].sort()).toEqual([...ticketStates].sort());
    expect(standingFilters.waiting.state).toBe(ticketStates.find((state) => turnOf(state) === 'requester'));
  });

  test('has addresses that no reference or slug can break', () => {
    expect(ticketPath('R-1/../../x?y#z')).toBe('/plugins/portal/tickets/R-1%2F..%2F..%2Fx%3Fy%23z');
    expect(categoryPath('a b')).toBe('/settings/portal/categories/a%20b');
    expect(newCategoryPath).not.toBe(categoryPath('new'));
  });
});
