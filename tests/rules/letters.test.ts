import { mailboxWarning } from '../../plugin/server/src/mail/mailbox-warning';
import fc from 'fast-check';
import { languages } from '../../plugin/contracts/accounts';
import { alreadyRegisteredLetter, confirmationLetter, passwordResetLetter } from '../../plugin/server/src/accounts/mails';
import { letterHtml, letterText, type Letter } from '../../plugin/server/src/mail/letter';
import { answeredLetter, receivedLetter } from '../../plugin/server/src/notifications/letters';

const url = 'https://help.test/support/requests/R-2K7F9Q?a=1&b=2';
const letter: Letter = { subject: 'News', greeting: 'Hello Cora,', paragraphs: ['Ada answered:'], quote: 'First\n\n**second**', action: { label: 'Read', url }, closing: 'Northwind Help' };
const news = { brand: 'Northwind', name: 'Cora', reference: 'R-2K7F9Q', subject: 'A box', url, body: 'It came open.', author: 'Ada' };
const everyLetter = languages.flatMap((language) => [
  ...[confirmationLetter, alreadyRegisteredLetter, passwordResetLetter].map((write) => write(language, 'Northwind', 'Cora', url)),
  ...[receivedLetter, answeredLetter].map((write) => write(language, news)),
]);

describe('a mail', () => {
  test('can be read without HTML: the quote is marked, the link has a line of its own', () => {
    expect(letterText(letter)).toBe(`Hello Cora,\n\nAda answered:\n\n> First\n> \n> **second**\n\nRead:\n${url}\n\nNorthwind Help`);
  });

  test('has no empty places where it quotes nobody and asks for nothing', () => {
    const { quote: _quote, action: _action, ...short } = letter;
    expect(letterText(short)).toBe('Hello Cora,\n\nAda answered:\n\nNorthwind Help');
    expect(letterHtml(short)).not.toMatch(/<a|border-left|undefined/);
  });

  test('says the same words in both halves', () => {
    const html = letterHtml(letter);
    for (const words of ['Hello Cora,', 'Ada answered:', 'First', '<strong>second</strong>', 'Read', 'Northwind Help', 'requests/R-2K7F9Q?a=1&amp;b=2']) expect(html).toContain(words);
  });

  test('fetches nothing when it is opened', () => {
    for (const each of everyLetter) expect(letterHtml({ ...each, quote: '![x](https://evil.test/a.png)' })).not.toMatch(/<img|<link|<script|url\(/);
  });

  test('carries no markup that somebody put into a name or subject', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const html = letterHtml(receivedLetter('en', { ...news, name: `${name}<script>"`, reference: `${name}<b>` }));
        expect(html.match(/<script|<b>/g)).toBeNull();
        expect(html.match(/<a /g)).toHaveLength(1);
      }),
    );
  });
});

describe('the letters that we write', () => {
  test('greet by name, ask for one thing and end, in each language', () => {
    expect(everyLetter).toHaveLength(15);
    for (const each of everyLetter) {
      expect(each.greeting).toMatch(/Cora[,،]$/);
      expect(each.action?.url).toBe(url);
      expect(each.closing).not.toBe('');
      expect(JSON.stringify(each)).not.toMatch(/undefined|!"|oops/i);
    }
  });

  test('about a request can be found again by its number in the subject', () => {
    for (const write of [receivedLetter, answeredLetter]) for (const language of languages) expect(write(language, news).subject).toMatch(/^\[R-2K7F9Q\] .*A box$/);
  });

  test('are different words in each language', () => {
    for (const index of [0, 1, 2, 3]) {
      for (const other of [5, 10]) expect(everyLetter[index]!.paragraphs).not.toEqual(everyLetter[index + other]!.paragraphs);
    }
  });

  test('say their language, and run from right to left where it does', () => {
    expect(letterHtml(confirmationLetter('de', 'Northwind', 'Cora', url))).toContain('<html lang="de" dir="ltr">');
    const arabic = letterHtml(answeredLetter('ar', news));
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('border-right');
    expect(arabic).not.toContain('border-left');
  });
});

test('whoever starts with a page of mails on https is warned of it, and nobody else', () => {
  expect(mailboxWarning('mailbox', true, '/support')).toContain('/support/_mailbox, which everybody can open');
  for (const [transport, isHttps] of [['mailbox', false], ['email', true]] as const) expect(mailboxWarning(transport, isHttps, '/support')).toBeNull();
});
