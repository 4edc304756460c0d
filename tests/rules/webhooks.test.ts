import { wayTo } from '../../plugin/server/src/webhooks/addresses';
import { happeningOf } from '../../plugin/server/src/webhooks/happenings';
import { nextAttempt } from '../../plugin/server/src/webhooks/pauses';
import { newSecret, signatureOf } from '../../plugin/server/src/webhooks/signature';
import { webhookSecret } from '../../plugin/contracts/webhooks';

test('a message is signed as Standard Webhooks has it: its own example comes out the same', () => {
  expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('every key is new, and has the form that the file may have too', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).not.toBe(other);
  for (const secret of [one, other]) expect(webhookSecret.safeParse(secret).success).toBe(true);
});

test('nothing is sent into our own house unless the file names the host, whatever the address looks like', () => {
  const inside = ['https://127.0.0.1/', 'https://10.1.2.3/', 'https://[fd00::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://localhost/', 'https://crm.internal/', 'https://crm/', 'http://example.com/', 'https://a:b@example.com/'];
  expect(inside.filter((address) => wayTo(address, []) !== null)).toEqual([]);
  expect(wayTo('https://example.com:8443/x', [])).toBe('public');
  expect([wayTo('http://crm.internal:80/x', ['crm.internal']), wayTo('http://127.0.0.1:4000/x', ['127.0.0.1:4000']), wayTo('http://127.0.0.1:4001/x', ['127.0.0.1:4000'])]).toEqual(['private', 'private', null]);
});

test('pauses grow over more than three days, then it is over; what the address asks for is waited for, a day at most', () => {
  const start = new Date('2026-11-26T00:00:00Z');
  let moment = start;
  for (let attempts = 1; attempts <= 9; attempts += 1) {
    const next = nextAttempt(attempts, moment, null)!;
    expect(next.getTime()).toBeGreaterThan(moment.getTime());
    moment = next;
  }
  expect((moment.getTime() - start.getTime()) / 86_400_000).toBeGreaterThan(3);
  expect(nextAttempt(10, moment, null)).toBeNull();
  expect(nextAttempt(1, start, 3_600_000)?.toISOString()).toBe('2026-11-26T01:00:00.000Z');
  expect(nextAttempt(1, start, 1e12)?.toISOString()).toBe('2026-11-27T00:00:00.000Z');
});

test('of an event only what is named is kept: no word, no note, nobody’s address', () => {
  const payload = { ticketId: 7, requesterId: 3, commentId: 9, actor: { kind: 'customer', id: 3, name: 'Cora' }, data: {}, internal: false };
  expect(happeningOf({ type: 'comment.added', payload })).toEqual({ event: 'ticket.customer_replied', about: { ticketId: 7, commentId: 9 } });
  expect(happeningOf({ type: 'comment.added', payload: { ...payload, actor: { kind: 'agent', id: 1, name: 'Ada' } } })?.event).toBe('ticket.agent_replied');
  expect(happeningOf({ type: 'ticket.closed', payload: { ticketId: 7, data: { from: 'solved' } } })).toEqual({ event: 'ticket.state_changed', about: { ticketId: 7, from: 'solved', to: 'closed' } });
  expect(happeningOf({ type: 'note.added', payload })).toBeNull();
});
