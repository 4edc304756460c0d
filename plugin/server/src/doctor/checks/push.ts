import { createECDH } from 'node:crypto';
import { pushKeys } from '../../notifications/services/push-keys';
import type { PushKeys } from '../../notifications/services/push-keys';
import { getService } from '../../platform/get-service';
import { isHttps, publicOrigin } from '../../platform/public-address';
import type { Check } from '../verdict';
import { broken, reasonOf, together, warning } from '../verdict';

/** True where the public key is the one that belongs to the private one (P-256, RFC 8292). */
export const isPair = ({ publicKey, privateKey }: PushKeys): boolean => {
  try {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return curve.getPublicKey().equals(Buffer.from(publicKey, 'base64url'));
  } catch {
    return false;
  }
};

/** Whether browsers can be told of news while the portal is not open. */
export const push: Check = async (strapi) => {
  const keys = getService(strapi, 'push-keys', pushKeys);
  const pair = await keys.pair().catch((error: unknown) => reasonOf(error));
  const isLocal = /^(localhost|127\.|\[::1\])/.test(new URL(publicOrigin(strapi)).hostname);
  const faults = [
    typeof pair === 'string' && broken(`The keys for messages to browsers cannot be opened: ${pair}.`, 'Put the secret that sealed them into encryption.oldSecrets, or delete the row "push keys" of portal_settings: customers then turn their browsers on again.'),
    typeof pair !== 'string' && !isPair(pair) && broken('push.publicKey and push.privateKey do not belong together.', 'Set PORTAL_PUSH_PUBLIC_KEY and PORTAL_PUSH_PRIVATE_KEY to a pair that "npx web-push generate-vapid-keys" prints, or empty both.'),
    !isHttps(strapi) && !isLocal && warning('Browsers offer notifications on https only.', 'Put the portal on https.'),
    strapi.config.get('plugin::portal.push.anyAddress') === true && strapi.config.get('environment') === 'production' && broken('Messages to browsers may go to any address, also inside your network.', 'Set PORTAL_PUSH_ANY_ADDRESS=false: it is for tests.'),
  ];
  return together(faults, 'The keys for messages to browsers are a pair.');
};
