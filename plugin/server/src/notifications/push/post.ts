import { couldBePublic } from '../../platform/public-network';

/** True for an address of a push service that we would send to (RFC 8030): https and public. `anywhere` opens it to http and to the own house, for tests. */
export const mayPostTo = (endpoint: string, anywhere: boolean): boolean => {
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (username || password) return false;
  return anywhere ? /^https?:$/.test(protocol) : protocol === 'https:' && port === '' && couldBePublic(hostname);
};
