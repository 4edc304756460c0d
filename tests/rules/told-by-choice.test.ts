import { languages } from '../../plugin/contracts/accounts';
import { policyDefaults } from '../../plugin/contracts/policy';
import { letterHtml, letterText } from '../../plugin/server/src/mail/letter';
import { openLeaving, sealLeaving } from '../../plugin/server/src/mail/leave-token';
import { recipientRefusal } from '../../plugin/server/src/mail/recipient-refusal';
import { endOfQuiet, nextAt } from '../../plugin/server/src/notifications/clock-times';
import { channelsFor, deliveryOf } from '../../plugin/server/src/notifications/delivery';
import { digestLetter } from '../../plugin/server/src/notifications/digest-letter';
import { stateLetter } from '../../plugin/server/src/notifications/state-letters';
import { openRating, sealRating } from '../../plugin/server/src/conversation/rating-token';

const standard = { page: policyDefaults['notifications.page'], mail: policyDefaults['notifications.mail'], digest: policyDefaults['notifications.digest'], push: policyDefaults['notifications.push'] };
const wishes = { timeZone: 'Europe/Berlin', choices: {}, quietFrom: null, quietUntil: null, digestHour: 8, hasBrowser: false };
const at = (text: string): Date => new Date(text);

describe('a clock time in a time zone', () => {
  test.each([
    ['2027-01-10T06:59:00Z', '08:00', 'Europe/Berlin', '2027-01-10T07:00:00Z'],
    ['2027-01-10T07:00:00Z', '08:00', 'Europe/Berlin', '2027-01-11T07:00:00Z'],
    ['2027-07-10T05:59:00Z', '08:00', 'Europe/Berlin', '2027-07-10T06:00:00Z'],
    ['2027-07-10T05:59:00Z', '08:00', 'Asia/Kolkata', '2027-07-11T02:30:00Z'],
    // The night in which 02:30 does not exist, and the one in which it comes twice.
    ['2027-03-27T23:30:00Z', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
    ['2027-10-30T22:30:00Z', '02:30', 'Europe/Berlin', '2027-10-31T00:30:00Z'],
  ])('after %s comes %s of %s at %s', (moment, time, zone, next) => expect(nextAt(at(moment), time, zone)).toEqual(at(next)));

  test.each([
    ['2027-01-10T21:30:00Z', '2027-01-11T06:00:00Z'],
    ['2027-01-10T05:59:59Z', '2027-01-10T06:00:00Z'],
    ['2027-01-10T06:00:00Z', null],
    ['2027-01-10T20:59:00Z', null],
  ])('at %s quiet hours over midnight end at %s', (moment, end) => {
    expect(endOfQuiet(at(moment), { from: '22:00', until: '07:00' }, 'Europe/Berlin')).toEqual(end === null ? null : at(end));
  });

  test('quiet hours within a day', () => {
    const lunch = { from: '12:00', until: '13:00' };
    expect(endOfQuiet(at('2027-01-10T11:30:00Z'), lunch, 'Europe/Berlin')).toEqual(at('2027-01-10T12:00:00Z'));
    expect(endOfQuiet(at('2027-01-10T13:30:00Z'), lunch, 'Europe/Berlin')).toBeNull();
  });
});

describe('who is told how', () => {
  test('by the policy where he said nothing, by his word where he did, nothing included', () => {
    expect(channelsFor('reply', wishes, standard)).toEqual(['page', 'mail', 'push']);
    expect(channelsFor('reply', { choices: { reply: ['digest'] } }, standard)).toEqual(['digest']);
    expect(channelsFor('reply', { choices: { reply: [] } }, standard)).toEqual([]);
    expect(channelsFor('received', { choices: { received: ['page', 'mail', 'digest'] } }, standard)).toEqual(['mail']);
  });

  test('quiet hours hold mails, never pages, and not the word that a request arrived', () => {
    const quiet = { ...wishes, quietFrom: '22:00', quietUntil: '07:00' };
    const night = at('2027-01-10T23:00:00Z');
    expect(deliveryOf('reply', quiet, standard, night)).toEqual({ page: true, mail: true, push: false, notBefore: at('2027-01-11T06:00:00Z'), digestAt: null });
    expect(deliveryOf('received', quiet, standard, night)).toMatchObject({ mail: true, notBefore: null });
    // A browser tells nobody before somebody allowed it.
    expect(deliveryOf('reply', { ...quiet, hasBrowser: true }, standard, night)).toMatchObject({ push: true, notBefore: at('2027-01-11T06:00:00Z') });
    expect(deliveryOf('received', { ...quiet, hasBrowser: true }, standard, night)).toMatchObject({ push: false });
  });
});

describe('tokens of mails', () => {
  const mail = sealLeaving({ customerId: 7, kind: 'reply' }, 'a secret');
  const rating = sealRating({ ticketId: 3, customerId: 7 }, 'a secret');
  test('say what they were sealed for, to nobody but us', () => {
    expect([openLeaving(mail, 'a secret'), openRating(rating, 'a secret')]).toEqual([{ customerId: 7, kind: 'reply' }, { ticketId: 3, customerId: 7 }]);
    expect([openLeaving(mail, 'another'), openRating(rating, 'another')]).toEqual([null, null]);
  });
  test('cannot be changed, nor used for one another', () => {
    for (const forged of [mail.replace('7-', '8-'), mail.replace('reply', 'solved'), mail.slice(0, -1), `${mail}0`, rating, '', '9999999999-reply-' + '0'.repeat(32)]) expect(openLeaving(forged, 'a secret')).toBeNull();
    for (const forged of [rating.replace('3-7', '4-7'), rating.replace('3-7', '3-8'), rating.toUpperCase(), mail]) expect(openRating(forged, 'a secret')).toBeNull();
  });
});

describe('a refusal of a mail server', () => {
  const refusal = (responseCode: number, response: string, command = 'RCPT TO') => recipientRefusal({ responseCode, response, command });
  test.each([[550, '550 5.1.1 No such user'], [550, '550 unknown'], [550, '550-5.1.1 The email account does not exist'], [550, '550 5.2.1 Mailbox disabled'], [553, '553 5.1.3 bad address']])('%i “%s” is about the address', (code, text) => expect(refusal(code, text)).not.toBeNull());
  test.each([[550, '550 5.7.1 Blocked'], [552, '552 5.2.2 Over quota'], [450, '450 4.2.1 Busy'], [554, '554 5.7.1 Relay denied'], [550, '550 5.4.1 No route']])('%i “%s” is not', (code, text) => expect(refusal(code, text)).toBeNull());
  test('nor is one of the words, or a server that is away', () => {
    expect([refusal(550, '550 5.1.1 Spam', 'DATA'), recipientRefusal(new Error('ECONNREFUSED')), recipientRefusal(null)]).toEqual([null, null, null]);
  });
});

describe('letters of state and of a day', () => {
  const news = { brand: 'Northwind', name: 'Cora', reference: 'R-2K7F9Q', subject: 'A box', url: 'https://help.test/r' };
  test('ask for five ratings, the best first, and only whoever rates', () => {
    for (const language of languages) {
      const text = letterText(stateLetter(language, { ...news, state: 'solved', rating: (score) => `https://help.test/rate?score=${score}` }));
      expect([...text.matchAll(/score=(\d)/g)].map(([, score]) => score)).toEqual(['5', '4', '3', '2', '1']);
      expect(letterText(stateLetter(language, { ...news, state: 'closed', rating: null }))).not.toContain('score');
    }
  });
  test('name what happened, and how much more there is', () => {
    const items = [{ kind: 'reply' as const, reference: 'R-1', title: 'A box', by: 'Ada', state: null }, { kind: 'solved' as const, reference: 'R-2', title: '', by: 'Ada', state: 'solved' as const }];
    expect(letterText(digestLetter('en', { brand: 'Northwind', name: 'Cora', items, url: 'https://help.test/n', more: 3 }))).toContain('• R-1 A box: Ada answered\n\n• R-2: it is solved\n\nAnd 3 more.');
    for (const language of languages) expect(letterHtml(digestLetter(language, { brand: 'N', name: 'Cora', items, url: 'https://help.test/n', more: 0 }))).not.toMatch(/undefined|null/);
  });
  test('look right on dark paper only where the theme follows the device', () => {
    const letter = digestLetter('en', { brand: 'N', name: 'Cora', items: [], url: 'https://help.test/n', more: 0 });
    expect(letterHtml({ ...letter, look: { accent: null, dark: false, auto: true, accentOnDark: '#abcdef' } })).toMatch(/content="light dark".*prefers-color-scheme: dark.*color:#abcdef/);
    expect(letterHtml({ ...letter, look: { accent: null, dark: true } })).toMatch(/^(?!.*prefers-color-scheme).*content="dark"/);
  });
});
