import fc from 'fast-check';
import { generateSync } from 'otplib';
import { appCode, recoveryCode } from '../../plugin/contracts/two-factor';
import { provenUntil } from '../../plugin/server/src/accounts/recent-proof';
import { inGroups, newRecoveryCode } from '../../plugin/server/src/accounts/recovery-words';
import { appAddress, newAppKey, squaresOf, stepOf } from '../../plugin/server/src/accounts/totp';
import { at } from '../../plugin/server/src/platform/clock';
import { keyOf, openText, sealText, sealingKey } from '../../plugin/server/src/platform/sealed-text';
import { wordsFor } from '../../site/src/i18n';
import { deviceWords } from '../../site/src/features/security/device';

describe('a sealed text', () => {
  const [present, earlier] = [sealingKey('a secret of now, long enough to be one'), sealingKey('a secret from before, long enough too')];

  test('opens with its key for its owner, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = sealText(present, text, 'app:1');
        expect(openText([present], sealed, 'app:1')).toBe(text);
        expect(sealText(present, text, 'app:1')).not.toBe(sealed);
      }),
    );
  });

  test('opens after the secret was replaced, as long as the earlier one is named', () => {
    const sealed = sealText(earlier, 'key', 'app:1');
    expect(openText([present, earlier], sealed, 'app:1')).toBe('key');
    expect([keyOf(sealed) === earlier.id, earlier.id === present.id]).toEqual([true, false]);
    expect(() => openText([present], sealed, 'app:1')).toThrow(/encryption\.oldSecrets/);
  });

  test('opens for no other owner, and not when a letter of it was changed', () => {
    const sealed = sealText(present, 'key', 'app:1');
    expect(() => openText([present], sealed, 'app:2')).toThrow();
    for (const part of [2, 3, 4]) {
      const parts = sealed.split('.');
      const bytes = Buffer.from(parts[part] ?? '', 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      parts[part] = bytes.toString('base64url');
      expect(() => openText([present], parts.join('.'), 'app:1')).toThrow();
    }
    for (const broken of ['', 'v1', 'plain text', `v2.${present.id}.a.b.c`, `v1.${present.id}`]) expect(() => openText([present], broken, 'app:1')).toThrow();
  });
});

describe('a code of an app', () => {
  const key = newAppKey();
  const moment = new Date('2026-11-26T09:00:10Z');
  const step = Math.floor(moment.getTime() / 30_000);
  const code = (steps: number): string => generateSync({ secret: key, epoch: Math.floor(moment.getTime() / 1000) + steps * 30 });

  test('counts in its half minute, and in the one before and after', () => {
    expect([-2, -1, 0, 1, 2].map((steps) => stepOf(key, code(steps), moment))).toEqual([null, step - 1, step, step + 1, null]);
  });

  test('is six digits, with gaps or without', () => {
    expect(appCode.parse(' 123 456 ')).toBe('123456');
    for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect([wrong, appCode.safeParse(wrong).success]).toEqual([wrong, false]);
    for (const wrong of ['', '12345', 'abcdef']) expect(stepOf(key, wrong, moment)).toBeNull();
  });

  test('comes from an address that names desk and account, in a picture of squares', () => {
    const address = appAddress(key, 'Northwind Help', 'cora@example.com');
    expect(address).toContain(`secret=${key}`);
    expect(new URL(address).searchParams.get('issuer')).toBe('Northwind Help');
    const { size, path } = squaresOf(address);
    expect((size - 21) % 4).toBe(0);
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});

test('a recovery code is read however it is typed, and nothing else is', () => {
  for (let times = 0; times < 50; times += 1) {
    const code = newRecoveryCode();
    expect(recoveryCode.parse(inGroups(code))).toBe(code);
    expect(recoveryCode.parse(` ${inGroups(code).toLowerCase().replaceAll('-', ' ')}`)).toBe(code);
    expect(recoveryCode.parse(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
  }
  for (const wrong of ['', 'ABCD', 'U'.repeat(16), '0'.repeat(17)]) expect(recoveryCode.safeParse(wrong).success).toBe(false);
});

test('a proof holds for ten minutes', () => {
  const moment = new Date('2026-11-26T09:00:00Z');
  const minutesAgo = (minutes: number) => ({ verifiedAt: new Date(moment.getTime() - minutes * 60_000) });
  at(moment, () => {
    expect(provenUntil(minutesAgo(9))?.toISOString()).toBe('2026-11-26T09:01:00.000Z');
    expect(provenUntil(minutesAgo(10))).toBeNull();
    expect(provenUntil({ verifiedAt: null })).toBeNull();
  });
});

describe('a browser is called by the name that people know', () => {
  const { security } = wordsFor('en');
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15', 'Safari on Mac'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1', 'Chrome on iPhone'],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36', 'Samsung Internet on Android'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on ChromeOS'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36', 'Chrome on Linux'],
    ['curl/8.0', 'Unknown device'],
    ['', 'Unknown device'],
  ])('%s', (userAgent, words) => expect(deviceWords(userAgent, security)).toBe(words));
});
