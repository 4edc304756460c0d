import type { Strapi } from '../../platform/domain';
import { isHttps, publicOrigin } from '../../platform/public-address';
import type { Check, Verdict } from '../verdict';
import { broken, together, warning, well } from '../verdict';

const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

const faults = (strapi: Strapi): (Verdict | false)[] => {
  const { hostname } = new URL(publicOrigin(strapi));
  const isLocal = local.test(hostname);
  const inProduction = strapi.config.get('environment') === 'production';
  const trusts = strapi.config.get<boolean>('server.proxy.koa', false);
  const elsewhere = strapi.config.get<string>('plugin::portal.publicUrl');
  const apart = elsewhere !== '' && new URL(elsewhere).origin !== new URL(strapi.config.get<string>('server.absoluteUrl')).origin;
  return [
    hostname === '0.0.0.0' && broken('The public address is 0.0.0.0, which nobody can open.', 'Set PUBLIC_URL (server.url) to the address that customers type.'),
    inProduction && isLocal && broken(`The public address is ${publicOrigin(strapi)}: links in mails lead customers to their own machines.`, 'Set PUBLIC_URL (server.url) to the address that customers type.'),
    !isLocal && !isHttps(strapi) && broken(`The public address ${publicOrigin(strapi)} is not on https: passwords travel readable, and browsers offer neither passkeys nor notifications.`, 'Put a proxy with a certificate in front, and set PUBLIC_URL to its https address.'),
    isHttps(strapi) && !trusts && broken('Customers come over https, and Strapi does not trust the proxy that makes it: agents cannot log in, and all customers seem to come from one address.', 'Set TRUST_PROXY=true (server.proxy.koa).'),
    !isHttps(strapi) && trusts && isLocal && warning('Strapi trusts a proxy, and the public address is this machine’s own: whoever calls writes his address himself, and escapes every limit.', 'Set TRUST_PROXY=false, or PUBLIC_URL to the address of the proxy.'),
    apart && strapi.config.get<string>('plugin::portal.site.secret') === '' && warning(`The portal is a server of its own (${elsewhere}) without a shared secret: all its visitors are limited as one.`, 'Set PORTAL_SITE_SECRET to the same value on both sides.'),
  ];
};

/** Whether the public address, https and proxies fit each other. */
export const address: Check = async (strapi) => {
  const given = strapi.config.get<string>('plugin::portal.publicUrl') || strapi.config.get<string>('server.absoluteUrl', '');
  if (!URL.canParse(given)) return broken(`The public address "${given}" is none.`, 'Set PUBLIC_URL (server.url) to the whole address that customers type, such as https://help.example.com.');
  const verdict = together(faults(strapi), '');
  return verdict.state === 'well' ? well(`Customers come to ${publicOrigin(strapi)}${strapi.config.get<string>('plugin::portal.url')}.`) : verdict;
};
