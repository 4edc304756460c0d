import fc from 'fast-check';

/** What nobody sends by accident: wrong types, sizes and encodings. */
const words = fc.oneof(
  fc.constantFrom('', ' ', '0', '-1', '1e309', 'NaN', 'null', 'true', '[]', '{}', '../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%00', 'a\u0000b', '\ud83d', '\u202eevil', '‮', "' or 1=1--", '"; drop table portal_tickets; --', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', 'javascript:alert(1)', '2026-13-45T99:99:99Z', '9007199254740993', 'ﷺ'.repeat(50), 'A'.repeat(5000), '%', '%E0%A4%A', '*'.repeat(200), '('.repeat(2000), '[a](b)'.repeat(500), 'http://169.254.169.254/'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 300 }),
);
const names = fc.oneof(
  fc.constantFrom(
    'subject', 'body', 'category', 'priority', 'fields', 'attachments', 'email', 'password', 'code', 'name', 'token', 'rating', 'stars', 'comment', 'state', 'reference', 'ids', 'language', 'theme', 'timeZone', 'choices', 'quietFrom', 'digestHour', 'days', 'purpose', 'values', 'helpful', 'title', 'text', 'into', 'assignee', 'addTags', 'until', 'filters', 'shared', 'answers', 'q', 'page', 'pageSize', 'sort', 'overrides', 'rules', 'inherits', 'id', 'article', 'question', 'scope', 'mode', 'refreshToken', 'until', 'scopes', 'version', 'hours', 'targets', 'holidays', 'accent', 'key', 'value',
  ),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'filters[$or][0][id]', 'populate', 'fields[]', '$where', 'a.b.c', ''),
  fc.string({ maxLength: 12 }),
);
const scalars = fc.oneof(words, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom(1e308, -0, 2 ** 53, 4_294_967_296));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, scalars, fc.array(tie('value'), { maxLength: 5 }), fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true })),
}));

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const bodies = fc.oneof(
  { weight: 8, arbitrary: fc.dictionary(names, value as fc.Arbitrary<unknown>, { maxKeys: 8, noNullPrototype: true }).map((each) => JSON.stringify(each)) },
  { weight: 2, arbitrary: (value as fc.Arbitrary<unknown>).map((each) => JSON.stringify(each)) },
  fc.constantFrom('', '{', 'null', '{"__proto__":{"isAdmin":true}}', nested(5000), `{"body":"${'x'.repeat(200_000)}"}`, '\ufeff{}', '{"a":1,"a":2}', '{"page":1e400}'),
  words,
);
const contentTypes = fc.constantFrom('application/json', 'application/json', 'application/json', 'application/json; charset=utf-7', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/xml', '', 'application/octet-stream');

/** One request that nobody would send: where, with which query, what, and as what. */
export interface Junk {
  place: string;
  query: [string, string][];
  body: string;
  contentType: string;
  language: string;
  key: string;
}
/** An HTTP header takes visible ASCII only. */
const header = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 200 });

export const junk: fc.Arbitrary<Junk> = fc.record({
  place: words.filter((word) => word !== '' && word.isWellFormed()),
  query: fc.array(fc.tuple(names.filter((name) => name.isWellFormed()), words.filter((word) => word.isWellFormed())), { maxLength: 4 }),
  body: bodies,
  contentType: contentTypes,
  language: header,
  key: header,
});
