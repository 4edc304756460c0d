import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { blank, findSecrets, secretKindsIn, withoutSecrets } from '../../../plugin/contracts/secrets';

const kinds = (text: string): string[] => secretKindsIn(text);
const seen = (text: string): string[] => findSecrets(text).map(({ start, end }) => text.slice(start, end));
/** In pieces, so that no program that looks for leaked keys takes these for some. */
const glued = (...parts: string[]): string => parts.join('');

describe('a card', () => {
  // Numbers that the brands publish for tests.
  test.each(['4111 1111 1111 1111', '4111-1111-1111-1111', '4111111111111111', '5555555555554444', '2223003122003222', '378282246310005', '3782 822463 10005', '30569309025904', '6011111111111117', '3530111333300000', '4222222222222'])('%s is one', (number) => {
    expect(seen(`My card is ${number}, please.`)).toEqual([number]);
    expect(kinds(number)).toEqual(['card']);
  });

  test('is seen beside its date and its code', () => {
    expect(seen('4111 1111 1111 1111 12/29 123')).toEqual(['4111 1111 1111 1111']);
    expect(seen('No. 12 4111 1111 1111 1111 99')).toEqual(['4111 1111 1111 1111']);
  });

  test.each(['4111 1111 1111 1112', '1234567890123456', '0000 0000 0000 0000', 'order 4111111111111111000000', 'A4111111111111111', '00491701234567', '2026-11-26 09:30:00', '9400 1000 0000 0000 0000 00', '41111'])('%s is none', (text) => expect(kinds(text)).toEqual([]));

  test('leaves its last four digits', () => {
    expect(withoutSecrets('Card 4111 1111 1111 1111.')).toBe(`Card ${blank.repeat(4)} ${blank.repeat(4)} ${blank.repeat(4)} 1111.`);
    expect(withoutSecrets('378282246310005')).toBe(`${blank.repeat(11)}0005`);
  });
});

describe('an account', () => {
  test.each(['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19', 'nl91abna0417164300', 'SA03 8000 0000 6080 1016 7519'])('%s is one', (account) => {
    expect(seen(`To ${account} please`)).toEqual([account]);
    expect(kinds(account)).toEqual(['iban']);
  });
  test.each(['DE88 3704 0044 0532 0130 00', 'XX89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130', 'DE89370400440532013000X'])('%s is none', (text) => expect(kinds(text)).toEqual([]));
});

test('no UUID is taken for an account or a card, however many there are', () => {
  const uuids = Array.from({ length: 20_000 }, (_, n) => createHash('sha256').update(`uuid ${n}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'));
  expect([...uuids, '64561770-4111-1111-1111-123456789012'].filter((uuid) => kinds(`As ${uuid}.`).length > 0)).toEqual([]);
});

describe('a key, a token, a password', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj\n-----END RSA PRIVATE KEY-----';
  test('a private key goes from its first to its last line', () => {
    expect(seen(`Here:\n${key}\nBye`)).toEqual([key]);
    expect(withoutSecrets(`Here:\n${key}\nBye`)).toBe(`Here:\n${blank.repeat(8)}\nBye`);
    expect(kinds('-----BEGIN PUBLIC KEY-----\nMIIB')).toEqual([]);
  });

  test.each([
    glued('AKIA', 'IOSFODNN7EXAMPLE'), glued('ghp', '_', 'a1B2'.repeat(9)), glued('sk', '_live_', 'a1B2'.repeat(6)), glued('xox', 'b-', '123456789012-abcdefghij'),
    glued('eyJhbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiIxMjM0In0', '.', 'dozjgNryP4J3jVmNHl0w5N'),
  ])('a token is seen: %s', (token) => expect([seen(`It says ${token} there`), kinds(token)]).toEqual([[token], ['token']]));

  test.each([['password: hunter2!', 'hunter2!'], ['Passwort = geheim12', 'geheim12'], ['My PIN is 4711', '4711'], ['كلمة المرور: abcd1234', 'abcd1234'], ['api_key="abc-def-1"', 'abc-def-1']])('in “%s” the word behind it', (text, word) => expect(seen(text)).toEqual([word]));
  test.each(['My password is wrong.', 'I forgot my password', 'Password: ?', 'the pin is on the back', 'Reset your password: https://example.com/reset'])('in “%s” there is none', (text) => expect(kinds(text)).toEqual([]));
});

describe('whatever is written', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.constantFrom('4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', 'password: hunter2', ' ', '1', '-', '\n', 'PIN is 12345', '-----BEGIN PRIVATE KEY-----', '٤١١١'), { maxLength: 12 }).map((parts) => parts.join('')));

  test('what is found is in order, inside the text, and does not overlap', () => {
    fc.assert(fc.property(text, (given) => {
      let last = 0;
      for (const { start, end } of findSecrets(given)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(given.length);
    }));
  });

  test('once taken out, nothing is left to take out', () => {
    fc.assert(fc.property(text, (given) => {
      const cleaned = withoutSecrets(given);
      expect(findSecrets(cleaned)).toEqual([]);
      expect(withoutSecrets(cleaned)).toBe(cleaned);
    }));
  });

  test('every number of sixteen digits with the right check digit and beginning is seen, however it is grouped', () => {
    const number = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 }).map((digits) => {
      const first = `4${digits.join('')}`;
      const sum = [...first].reverse().reduce((all, digit, at) => all + (at % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)), 0);
      return `${first}${(10 - (sum % 10)) % 10}`;
    });
    fc.assert(fc.property(number, fc.constantFrom('', ' ', '-'), (digits, between) => {
      const grouped = digits.match(/.{4}/g)!.join(between);
      expect(findSecrets(`x ${grouped} y`)).toEqual([{ kind: 'card', start: 2, end: 2 + grouped.length }]);
    }));
  });

  test('a long text of anything takes no long time', () => {
    for (const part of ['1', '1 ', 'password ', '-----BEGIN ', 'DE89 ', 'eyJ', 'a', ' ', 'sk-', '4111 1111 1111 111']) expect(findSecrets(part.repeat(50_000 / part.length)).length).toBeGreaterThanOrEqual(0);
  });
});
