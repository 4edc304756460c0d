import { languages } from '../../../plugin/contracts/accounts';
import { ticketEventTypes, ticketStates, priorities } from '../../../plugin/contracts/tickets';
import { htmlHead, itemsHtml } from '../../../plugin/server/src/privacy/archive/html';
import { archiveWords } from '../../../plugin/server/src/privacy/archive/words';
import { byLine, chosenLiterals, secretLiterals, without } from '../../../plugin/server/src/privacy/redacting/literals';

const cora = { customerId: 1, userId: 1, email: 'cora@example.com', name: 'Cora', language: 'en' as const, timeZone: 'Europe/London' };

describe('the page of an archive', () => {
  test.each(languages)('speaks %s: every section, and every state, priority and event that customers see', (language) => {
    const words = archiveWords[language];
    expect(Object.keys(words.sections)).toEqual(Object.keys(archiveWords.en.sections));
    expect(Object.keys(words.names)).toEqual(Object.keys(archiveWords.en.names));
    expect(Object.keys(words.values)).toEqual(Object.keys(archiveWords.en.values));
    const forAgents = /note|assigned|tagged|untagged|snoozed|woken|sla/;
    for (const value of [...ticketStates, ...priorities, ...ticketEventTypes.filter((type) => !forAgents.test(type))]) expect([value, words.values[value]]).toEqual([value, expect.any(String)]);
  });

  test('shows what was typed as text, whatever it is', () => {
    const html = itemsHtml('drafts', [{ purpose: '<script>alert(1)</script>', text: '<img src=x onerror=alert(1)> **bold**', file: 'files/R-1/1-a "b".png' }], cora);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('<strong>bold</strong>');
    expect(html).toContain('href="files/R-1/1-a%20%22b%22.png"');
  });

  test('says when in the reader’s own time', () => {
    expect(htmlHead(cora, '2026-07-01T10:00:00.000Z')).toContain('1 July 2026 at 11:00');
    expect(htmlHead({ ...cora, language: 'ar' as const }, '2026-07-01T10:00:00.000Z')).toContain('dir="rtl"');
  });
});

describe('words that are taken out', () => {
  test('go wherever they are, the longest first, and line by line where a mail quotes them', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nabcdefghijkl\n-----END PRIVATE KEY-----';
    const literals = byLine(secretLiterals(`key:\n${key}`));
    expect(without(`> -----BEGIN PRIVATE KEY-----\n> abcdefghijkl\n> -----END PRIVATE KEY-----`, literals)).not.toMatch(/abcdefghijkl|PRIVATE/);
    expect(without('cat and catalogue', chosenLiterals(['cat', 'catalogue', 'dog'], 'cat and catalogue'))).toBe('▒▒▒▒▒▒▒▒ and ▒▒▒▒▒▒▒▒');
  });

  test('two cards beside each other both go', () => {
    expect(without('4111 1111 1111 1111 5555 5555 5555 4444', secretLiterals('4111 1111 1111 1111 5555 5555 5555 4444'))).not.toMatch(/4111|5555 5555/);
  });
});
