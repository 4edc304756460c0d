import { envelopeOf } from '../../plugin/server/src/mail/envelope';
import { openReply, replyAddress, replyKey, replyTokenIn, replyTokensIn, sealedMessageId, sealReply } from '../../plugin/server/src/mail/reply-address';

const key = replyKey('a secret of this installation');
const about = { ticketId: 4711, customerId: 12 };
const sealed = sealReply(about, key);

describe('an answer by mail', () => {
  test('finds its ticket by the address it goes to, in any case of letters', () => {
    const address = replyAddress('support@example.com', sealed);
    expect(address).toMatch(/^support\+r[0-9a-f]{36}@example\.com$/);
    for (const written of [address, address.toUpperCase(), ` ${address} `]) {
      const found = replyTokenIn(written);
      expect(found).toEqual({ inbox: 'support@example.com', sealed });
      expect(openReply(found!.sealed, key)).toEqual(about);
    }
  });

  test('finds it by the Message-IDs it answers, the oldest first', () => {
    const other = sealReply({ ticketId: 1, customerId: 2 }, key);
    const header = `<r-1234@example.com> ${sealedMessageId(other, '00ff', 'example.com')}\r\n ${sealedMessageId(sealed, 'abc1', 'example.com')} <CAF=x@mail.gmail.com>`;
    expect(replyTokensIn(header)).toEqual([other, sealed]);
  });

  test('keeps a mailbox that has a plus of its own', () => {
    expect(replyTokenIn(replyAddress('help+eu@example.com', sealed))).toEqual({ inbox: 'help+eu@example.com', sealed });
  });

  test('is nobody’s with a token that was made up, changed, cut, or made elsewhere', () => {
    const flipped = [...sealed].map((_, place) => `${sealed.slice(0, place)}${sealed[place] === '0' ? '1' : '0'}${sealed.slice(place + 1)}`);
    for (const text of [...flipped, sealed.slice(1), `${sealed}0`, '', 'support', sealReply(about, replyKey('another secret'))]) expect(openReply(text, key)).toBeNull();
  });

  test('has none in addresses and headers of others', () => {
    for (const address of ['support@example.com', 'support+rabc@example.com', `support+r${sealed}`, `+r${sealed}@example.com`]) expect(replyTokenIn(address)).toBeNull();
    expect(replyTokensIn('<CAF=x@mail.gmail.com> <> r-1')).toEqual([]);
  });
});

test('an answer goes to an address that knows the ticket and her, where mail comes in', async () => {
  const concerning = { reference: 'R-2K7F9Q', ticketId: 7, customerId: 8, opens: false, answerable: true };
  const sender = { secret: 'a secret', hostname: 'help.example', inbox: 'help@example.com', leavePage: 'https://help.example/support/unsubscribe' };
  const { 'Reply-To': replyTo = '' } = envelopeOf({ key: 'one', concerning }, sender).headers;
  const found = replyTokenIn(replyTo);
  expect(found?.inbox).toBe('help@example.com');
  expect(openReply(found?.sealed ?? '', replyKey('a secret'))).toEqual({ ticketId: 7, customerId: 8 });
  expect(envelopeOf({ key: 'one', concerning }, { ...sender, inbox: '' }).headers).not.toHaveProperty('Reply-To');
  expect(envelopeOf({ key: 'one', concerning: { ...concerning, answerable: false } }, sender).headers).not.toHaveProperty('Reply-To');
});
