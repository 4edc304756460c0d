import { Resolver } from 'node:dns/promises';
import { goOn } from '../chain-types';
import type { Facts, Step } from '../chain-types';
import { inboundSettings } from '../inbound-settings';
import type { InboundSettings } from '../inbound-settings';
import { valuesOf } from '../mail-head';
import type { ReceivedMail } from '../parsed-mail';

type Proof = Pick<Facts, 'authentication'> & { detail: string };

const resultIn = (results: string, method: string): string => new RegExp(`\\b${method}\\s*=\\s*(\\w+)`, 'i').exec(results)?.[1]?.toLowerCase() ?? 'none';
const proofOf = (dmarc: string, by: string): Proof => ({ authentication: dmarc === 'pass' || dmarc === 'fail' ? dmarc : 'none', detail: `dmarc=${dmarc} (${by})` });

/** What our own receiving server wrote, which puts its line above all others (RFC 8601, 5); lines of the same name below it may be forged. */
const toldByOurServer = ({ headers }: ReceivedMail, { trustedServer }: InboundSettings): Proof | null => {
  if (trustedServer === '') return null;
  const [results] = valuesOf(headers, 'authentication-results').filter((value) => value.toLowerCase().split(/[\s;]/)[0] === trustedServer.toLowerCase());
  return results === undefined ? null : proofOf(resultIn(results, 'dmarc'), trustedServer);
};

const checked = async ({ bytes }: ReceivedMail, { dnsServers, verify }: InboundSettings): Promise<Proof | null> => {
  if (!verify) return null;
  // 24 MB of code that nobody needs before the first mail.
  const { authenticate } = await import('mailauth');
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  const { dmarc } = await authenticate(bytes, { trustReceived: true, disableBimi: true, disableArc: true, resolver: (name: string, type: string) => resolver.resolve(name, type) as Promise<string[]> });
  return dmarc ? proofOf(dmarc.status.result, 'SPF and DKIM') : { authentication: 'none', detail: 'no single sender' };
};

/** Does the domain of its sender stand by it (DMARC)? A mail of which nothing is known is taken and says so. */
export const authentication: Step = {
  name: 'authentication',
  async decide(mail, { strapi }) {
    const settings = inboundSettings(strapi);
    const proof = toldByOurServer(mail, settings) ?? (await checked(mail, settings));
    return proof === null ? goOn : { kind: 'continue', facts: { authentication: proof.authentication }, detail: proof.detail };
  },
};
