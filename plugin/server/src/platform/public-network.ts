import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** What is no address of the public internet (IANA's special-purpose registries): whoever names one wants to reach our own house. */
// Two lists: in one, the rule for IPv4 inside IPv6 would cover all of IPv4.
const [fours, sixes] = [new BlockList(), new BlockList()];
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) fours.addSubnet(net, bits);
for (const [net, bits] of [['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['fc00::', 7], ['fe80::', 9], ['ff00::', 8]] as const) sixes.addSubnet(net, bits, 'ipv6');

/** True for an address (no name) of the public internet. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  return family === 4 ? !fours.check(address) : family === 6 && !sixes.check(address, 'ipv6');
};

/** True where a host is a name, or an address that is public; local names have no dot, or end in one of the zones that nobody outside knows. */
export const couldBePublic = (hostname: string): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPublicAddress(bare);
  return bare.includes('.') && !/\.(?:localhost|local|internal|home\.arpa|lan|test|invalid)\.?$/i.test(bare);
};

/** Looks a name up for a connection, and refuses it where any of its addresses is none of the public internet: asked at the moment of connecting, a name cannot change its mind between. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const inside = error ? undefined : found.find(({ address }) => !isPublicAddress(address));
    const [first] = found ?? [];
    if (error || inside || !first) return callback(error ?? Object.assign(new Error(`${hostname} is no address of the public internet`), { code: 'EREFUSED' }), '', 0);
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};
