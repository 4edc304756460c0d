import { openPreview, previewKey, sealPreview, type PreviewClaims } from '../../../plugin/server/src/knowledge/preview-token';

const key = previewKey('a secret of the installation');
const moment = new Date('2026-03-29T12:00:00Z');
const claims: PreviewClaims = { document: 'abc', language: 'ar', status: 'draft', audience: 'premium', user: 7, until: moment.getTime() + 1000 };
const token = sealPreview(claims, key);
const sealed = (text: string): string => sealPreview(text as unknown as PreviewClaims, key);

describe('the token of a preview', () => {
  test('says what was sealed, in an address of any language', () => {
    expect(openPreview(token, key, moment)).toEqual(claims);
    expect(token).toMatch(/^[\w-]+$/);
  });

  test('ends at its time', () => {
    expect(openPreview(token, key, new Date(claims.until - 1))).toEqual(claims);
    expect(openPreview(token, key, new Date(claims.until))).toBeNull();
  });

  test('is worth nothing with another key, as that of another use of the same secret', () => {
    expect(openPreview(token, previewKey('another secret'), moment)).toBeNull();
    expect(openPreview(token, Buffer.from('a secret of the installation'), moment)).toBeNull();
  });

  test('is worth nothing once any of its bits is another', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect([index, openPreview(changed.toString('base64url'), key, moment)]).toEqual([index, null]);
    }
  });

  test('can be any text, and then is none', () => {
    for (const text of ['', '-', 'a', 'A'.repeat(43), 'A'.repeat(5000), `${token}A`, token.slice(0, -2), `${token}/x`, `${token}%00`, 'пример']) expect([text, openPreview(text, key, moment)]).toEqual([text, null]);
    for (const text of ['null', '7', '{}']) expect(openPreview(sealed(text), key, moment)).toBeNull();
  });
});
