import { linkedSlugs } from '../../../plugin/server/src/deflection/article-addresses';
import { gapOfCategory, gapOfSearch, parseGap } from '../../../plugin/server/src/deflection/gap-names';
import { maskedQuery, maskedText, normalQuery } from '../../../plugin/server/src/deflection/masks';
import { embeddedVideo } from '../../../plugin/server/src/knowledge/rendering/video';
import { changedFields, stateAfter } from '../../../plugin/server/src/knowledge/reviews';
import { parseWords } from '../../../plugin/server/src/knowledge/word-lists';

describe('what is kept of a query', () => {
  test.each([
    ['where is NW-10396', 'where is NW-[number]'],
    ['call me 0151 234 56 78 please', 'call me [number] please'],
    ['cora.bell+x@example.co.uk asks', '[address] asks'],
    ['card 4111-1111-1111-1111', 'card [number]'],
    ['مرحبا ١٢٣٤٥', 'مرحبا [number]'],
    ['firmware 4.2.1 on 2 hubs', 'firmware 4.2.1 on 2 hubs'],
    ['  two \n lines ', 'two lines'],
  ])('of "%s" is "%s"', (query, kept) => expect(maskedQuery(query)).toBe(kept));

  test('is short, however long it was, and masking takes no time', () => {
    expect(maskedQuery('word '.repeat(5000)).length).toBeLessThanOrEqual(200);
    expect(maskedText(`${'1 '.repeat(50_000)}${'a@'.repeat(50_000)}`)).not.toMatch(/1 1 1 1/);
  });

  test('counts as the same however it is written', () => {
    expect(new Set(['Über  WLAN?', 'uber wlan', '"ÜBER" WLAN!'].map(normalQuery))).toEqual(new Set(['uber wlan']));
    expect(normalQuery('🙂 ?!')).toBe('');
  });
});

describe('a pasted video address', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://vimeo.com/76979871/0a1b2c3d4e', 'https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e'],
    ['https://video.example/w/kkGMgK9ZtnKfYAgnEtQxbv', 'https://video.example/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0'],
  ])('%s is shown from %s', (address, src) => expect(embeddedVideo(address)?.src).toBe(src));

  test.each([null, '', 'x', 'javascript:alert(1)', 'http://youtu.be/dQw4w9WgXcQ', 'https://youtu.be/"><script>', 'https://user@vimeo.com/76979871', 'https://evil.example/embed', 'https://video.example:8443/w/kkGMgK9ZtnKfYAgnEtQxbv', 'data:text/html,x'])('%s is none', (address) => {
    expect(embeddedVideo(address)).toBeNull();
  });
});

describe('a review', () => {
  const stored = { reviewState: 'approved', title: 'A', body: 'x', segments: null, videoFile: { id: 3 }, expiresAt: '2027-03-01T08:00:00.000Z' };
  test('ends with a change of what readers see', () => {
    expect(stateAfter({ body: 'y' }, stored, false)).toBe('in_review');
    expect(stateAfter({ segments: ['premium'] }, stored, false)).toBe('in_review');
    expect(stateAfter({ body: 'y', reviewState: 'approved' }, stored, false)).toBe('in_review');
  });
  test('stays when nothing of that changed', () => {
    expect(changedFields({ title: 'A', body: 'x', segments: null, videoFile: 3, expiresAt: '2027-03-01T09:00:00+01:00', summary: '' }, stored)).toEqual([]);
    expect(stateAfter({ title: 'A', publishAt: '2027-04-01T08:00:00Z', reviewState: 'approved' }, stored, false)).toBe('approved');
  });
  test('is given only by who may publish', () => {
    expect(stateAfter({ reviewState: 'approved' }, null, false)).toBeNull();
    expect(stateAfter({ reviewState: 'approved' }, { reviewState: 'in_review' }, false)).toBeNull();
    expect(stateAfter({ reviewState: 'approved', body: 'y' }, { reviewState: 'in_review' }, true)).toBe('approved');
  });
});

test('articles that a message links to are found, and nothing else', () => {
  const portal = 'https://help.example/support';
  expect(linkedSlugs(`See ${portal}/articles/hub-lights, ${portal}/articles/rain?x#y and [this](${portal}/articles/hub-lights).`, portal)).toEqual(['hub-lights', 'rain']);
  expect(linkedSlugs(`https://evil.example/support/articles/x ${portal}/requests/R-1 ${portal}/articles/UPPER /support/articles/y`, portal)).toEqual([]);
});

test('a gap’s name means the gap', () => {
  expect(parseGap(gapOfSearch('en', 'a: b'))).toEqual({ kind: 'search', language: 'en', normal: 'a: b' });
  expect(parseGap(gapOfCategory('delivery'))).toEqual({ kind: 'category', category: 'delivery' });
  expect(parseGap(gapOfCategory(null))).toEqual({ kind: 'category', category: null });
  for (const none of ['', 'search:en:', 'search::x', 'feedback:x', 'category:A B']) expect(parseGap(none)).toBeNull();
});

test('search words are read as authors write them', () => {
  expect(parseWords('sign in, log in\n\nalone\n wifi ,wlan;wi-fi', 'hello, hi\nplease')).toEqual({ synonyms: [['sign in', 'log in'], ['wifi', 'wlan', 'wi-fi']], stopWords: ['hello', 'hi', 'please'] });
  expect(parseWords(null, null)).toEqual({ synonyms: [], stopWords: [] });
});
