import { couldBePublic, isPublicAddress, publicLookup } from '../../plugin/server/src/platform/public-network';
import { beginningOf } from '../../plugin/server/src/notifications/push/message';

describe('an address that we send to', () => {
  test('is one of the public internet, in either family', () => {
    for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1']) expect([address, isPublicAddress(address)]).toEqual([address, true]);
    const inside = ['127.0.0.1', '10.0.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fc00::1', 'fe80::1', 'ff02::1', '64:ff9b::a00:1', '2002:a00:1::1', 'push.example.com', ''];
    for (const address of inside) expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });

  test('may be a name, but none that only our house knows', () => {
    expect(['push.example.com', '[2606:2800:220:1::1]', 'web.push.apple.com'].map(couldBePublic)).toEqual([true, true, true]);
    expect(['localhost', 'database', 'db.internal', 'printer.local', 'x.localhost', '[::1]', '10.0.0.1'].map(couldBePublic)).toEqual(Array.from({ length: 7 }, () => false));
  });

  test('is looked up at the moment of connecting: a name that leads into our house is refused there', async () => {
    const code = await new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error?.code)));
    expect(code).toBe('EREFUSED');
  });
});

test('a message begins in one line, without marks, and is cut where it is long', () => {
  expect(beginningOf('# Hello\n\n> **dear** [you](https://example.com) and `code`')).toBe('Hello dear you and code');
  expect(beginningOf('word '.repeat(100))).toHaveLength(140);
});
