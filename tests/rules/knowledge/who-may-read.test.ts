import { Shelf } from '../../../plugin/server/src/knowledge/shelf';
import type { PublishedArticle, ShelfCategory } from '../../../plugin/server/src/knowledge/shelf';
import { localeFor } from '../../../plugin/server/src/knowledge/locales';
import { toSearchDocument } from '../../../plugin/server/src/knowledge/index-documents';
import { audiencesOf, mayRead, segmentsOf, stricter } from '../../../plugin/server/src/knowledge/visibility';

const moment = Date.parse('2027-03-01T12:00:00Z');
const everyone = { segments: [], signedInOnly: false, expiresAt: null };
let id = 0;
const article = (more: Partial<PublishedArticle>): PublishedArticle => {
  id += 1;
  return { id, document: 'one', locale: 'en', slug: 'one', title: 'One', summary: '', keywords: '', category: null, isFaq: false, featured: false, hasVideo: false, related: [], updatedAt: moment, publishedAt: moment, ...everyone, ...more };
};
const category = (more: Partial<ShelfCategory>): ShelfCategory => ({ document: 'c', locale: 'en', slug: 'c', name: 'C', description: '', position: 0, ...more });
const locales = { standard: 'en', all: ['en', 'de', 'ar'] };

describe('who may read an article', () => {
  test.each([
    ['everybody', everyone, [true, true, true]],
    ['whoever is signed in', { ...everyone, signedInOnly: true }, [false, true, true]],
    ['one segment', { ...everyone, segments: ['premium'] }, [false, false, true]],
    ['nobody any more', { ...everyone, expiresAt: moment }, [false, false, false]],
  ])('%s', (_name, restrictions, [stranger, standard, premium]) => {
    expect([null, 'standard', 'premium'].map((audience) => mayRead(restrictions, audience, moment))).toEqual([stranger, standard, premium]);
  });

  test('an author’s slip hides and never shows', () => {
    expect(segmentsOf(['premium', ' trial '])).toEqual(['premium', 'trial']);
    for (const none of [null, undefined, []]) expect(mayRead({ ...everyone, segments: segmentsOf(none) }, null, moment)).toBe(true);
    for (const slip of ['premium', { premium: true }, 7, [7], [''], [null]]) expect(mayRead({ ...everyone, segments: segmentsOf(slip) }, 'premium', moment)).toBe(false);
  });

  test('the search index says the same in its own words', () => {
    expect(audiencesOf(everyone)).toEqual([]);
    expect(audiencesOf({ ...everyone, signedInOnly: true })).toEqual(['*']);
    expect(audiencesOf({ ...everyone, segments: ['premium'], signedInOnly: true })).toEqual(['premium']);
    expect(toSearchDocument(article({ segments: ['premium'], category: 'c', keywords: 'a, b' }), 'de', [])).toMatchObject({ key: 'one:de', language: 'de', audiences: ['premium'], kind: 'c', keywords: ['a', 'b'] });
  });

  test('of two restrictions both hold', () => {
    const [premium, trial] = [{ ...everyone, segments: ['premium'] }, { ...everyone, segments: ['trial'] }];
    expect(mayRead(stricter(everyone, premium), null, moment)).toBe(false);
    expect(mayRead(stricter(premium, everyone), 'premium', moment)).toBe(true);
    for (const audience of [null, 'premium', 'trial']) expect(mayRead(stricter(premium, trial), audience, moment)).toBe(false);
  });
});

describe('a reader gets', () => {
  const shelf = new Shelf([article({}), article({ locale: 'de', slug: 'eins', title: 'Eins' }), article({ document: 'two', slug: 'two' }), article({ document: 'three', slug: 'drei', locale: 'de' })], [], locales);

  test('his own language, else the standard one, else nothing', () => {
    expect(shelf.readable('one', 'de', null, moment)?.title).toBe('Eins');
    expect(shelf.readable('one', 'ar', null, moment)?.title).toBe('One');
    expect(shelf.readable('two', 'de', null, moment)?.locale).toBe('en');
    expect(shelf.readable('three', 'en', null, moment)).toBeUndefined();
    expect(shelf.visible('de', null, moment).map(({ slug }) => slug).sort()).toEqual(['drei', 'eins', 'two']);
  });

  test('an article by the slug of any of its languages', () => {
    expect(shelf.documentOf('eins', 'en')).toMatchObject({ document: 'one' });
    expect(shelf.documentOf('nothing', 'en')).toBeUndefined();
  });

  test('a translation no sooner than the original', () => {
    const hidden = new Shelf([article({ segments: ['premium'] }), article({ locale: 'de', slug: 'eins' })], [], locales);
    expect(hidden.readable('one', 'de', 'standard', moment)).toBeUndefined();
    expect(hidden.readable('one', 'de', 'premium', moment)?.slug).toBe('eins');
  });

  test('nothing that has expired, from the moment on', () => {
    const brief = new Shelf([article({ expiresAt: moment + 1000 })], [], locales);
    expect(brief.visible('en', null, moment)).toHaveLength(1);
    expect(brief.visible('en', null, moment + 1000)).toHaveLength(0);
  });

  test('categories in their order, named in his language where they are', () => {
    const named = new Shelf([], [category({ document: 'b', slug: 'b', name: 'B', position: 2 }), category({ document: 'a', slug: 'a', name: 'A', position: 1 }), category({ document: 'a', locale: 'de', slug: 'a-de', name: 'A auf Deutsch', position: 1 })], locales);
    expect(named.categories('de').map(({ name }) => name)).toEqual(['A auf Deutsch', 'B']);
    expect(named.categoryOf('a', 'de')?.name).toBe('A auf Deutsch');
    expect(named.categoryOf('zzz', 'de')).toBeUndefined();
  });
});

test('a wanted language means itself, its base, or the standard one', () => {
  expect(['de', 'de-AT', 'DE', 'fr', undefined].map((wanted) => localeFor(wanted, locales))).toEqual(['de', 'de', 'de', 'en', 'en']);
});
