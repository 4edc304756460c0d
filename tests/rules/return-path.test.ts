import fc from 'fast-check';
import { safeReturn, signInPath } from '../../site/src/features/forms/return-path';
import { path } from '../../site/src/layouts/paths';

const origin = 'https://help.test';
/** Where a browser ends up that is told this address. */
const reached = (address: string): URL => new URL(address, `${origin}/support/sign-in`);
const backFrom = (address: string): string => safeReturn(reached(address).searchParams.get('return'));

describe('after signing in', () => {
  test('a customer is back on the page that asked for it, with what she had chosen there', () => {
    for (const page of ['/requests', '/requests/R-2K7F9Q', '/requests?state=pending&page=2', '/account', '/requests?q=two+words', '/requests?q=a(b)*c', '/requests?q=gr%C3%B6%C3%9Fe%20%26%20mehr', "/requests?q=it's"]) {
      expect(reached(backFrom(signInPath(page)))).toEqual(reached(path(page as `/${string}`)));
    }
  });

  test('she is at home when nothing was asked for', () => {
    for (const nothing of [null, '', '/']) expect(safeReturn(nothing)).toBe('/support');
  });

  test('no link that somebody sent leads her to another site', () => {
    for (const evil of ['https://evil.test', '//evil.test', '///evil.test', '/\\evil.test', '\\\\evil.test', '/\t/evil.test', '/%0d%0aLocation:https://evil.test', 'javascript:alert(1)', '/..//evil.test', '/.//evil.test', '@evil.test', '.evil.test', ' //evil.test', '/\u0000//evil.test']) {
      expect([evil, reached(safeReturn(evil)).origin]).toEqual([evil, origin]);
    }
  });

  test('nor out of the portal into the rest of the installation', () => {
    for (const outside of ['/../admin', '/%2e%2e/admin', '/requests/../../api/portal/me', '/.%2E/admin', '/..\\admin', '/..;/../../admin']) expect([outside, safeReturn(outside)]).toEqual([outside, '/support']);
  });

  test('whatever is asked for, she stays inside, and the answer is one line', () => {
    const bits = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '%5c', '@', ':', '?', '#', '&', 'evil.test', 'https:', 'support', 'requests', '\t', '\n', '\r', ' ', '\u0000', '。', '／', 'é');
    fc.assert(
      fc.property(fc.oneof(fc.array(bits, { maxLength: 12 }).map((parts) => `/${parts.join('')}`), fc.string({ unit: 'binary' })), (wanted) => {
        const answer = safeReturn(wanted);
        const { origin: where, pathname } = reached(answer);
        expect(where).toBe(origin);
        expect(pathname === '/support' || pathname.startsWith('/support/')).toBe(true);
        expect(answer).toMatch(/^\/[\x21-\x7e]*$/);
      }),
      { numRuns: 2000 },
    );
  });
});

test('the sign-in page knows whether a session was there before', () => {
  expect(signInPath('/requests')).toBe('/support/sign-in?return=%2Frequests');
  expect(signInPath('/requests', true)).toBe('/support/sign-in?return=%2Frequests&ended=1');
});

test('addresses stand below the portal’s own', () => {
  expect([path('/'), path('/requests')]).toEqual(['/support', '/support/requests']);
});
