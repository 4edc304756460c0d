import net from 'node:net';

/** An address with its zeros, in eight groups. */
const groups = (address: string): string[] => {
  const [head = '', tail] = address.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
};

/** The part of an address that somebody cannot change at will: all of IPv4, the network (/64) of IPv6. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
  return net.isIPv6(plain) ? groups(plain).slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':') : plain;
};
