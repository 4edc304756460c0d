import { hashToken, newReference, newToken } from '../../plugin/server/src/platform/tokens';
import { isToken } from '../../site/src/middleware/csrf';

const many = <T>(make: () => T): T[] => Array.from({ length: 500 }, make);

describe('random words', () => {
  test('a token fits into an address and a cookie, and is never made twice', () => {
    const tokens = many(newToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  test('of a token only what cannot be turned back is kept', () => {
    const token = newToken();
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken(token)).toBe(hashToken(token));
    expect(hashToken(`${token}x`)).not.toBe(hashToken(token));
  });

  test('a request’s number can be read out on the phone', () => {
    for (const reference of many(newReference)) expect(reference).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{6}$/);
  });
});

describe('the token of a form', () => {
  const token = newToken();
  test('is known again', () => expect(isToken(token, token)).toBe(true));

  test('is never taken for another, whatever is sent in its place', () => {
    for (const given of ['', token.slice(1), `${token}x`, token.toLowerCase(), newToken(), 'é'.repeat(token.length), '😀'.repeat(token.length), '\u0000'.repeat(token.length)]) expect(isToken(given, token)).toBe(false);
  });
});
