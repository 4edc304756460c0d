import { couldBePublic } from '../platform/public-network';

/** Where a message may go: to https and the public internet, or to hosts of the own house that the configuration names. */
export type Way = 'public' | 'private' | null;

/** Which way an address is; null for one that nothing is sent to. Where a name leads is looked at again when it is called. */
export const wayTo = (address: string, privateHosts: string[]): Way => {
  const { protocol, host, hostname, username, password } = new URL(address);
  if (username || password || !/^https?:$/.test(protocol)) return null;
  if (privateHosts.includes(host) || privateHosts.includes(hostname)) return 'private';
  return protocol === 'https:' && couldBePublic(hostname) ? 'public' : null;
};
