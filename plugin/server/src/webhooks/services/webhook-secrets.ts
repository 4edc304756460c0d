import type { WebhookSettings } from '../../../../contracts/webhooks';
import { getService } from '../../platform/get-service';
import { sealing } from '../../platform/services/sealing';
import type { Strapi } from '../../platform/domain';
import type { WebhookRow } from '../rows';

/** The keys that sign messages: sealed in the table, or in the file. */
export const webhookSecrets = ({ strapi }: { strapi: Strapi }) => {
  const ownerOf = (id: number): string => `webhook:${id}`;
  const inFile = (name: string): string | undefined => (strapi.config.get<WebhookSettings['endpoints']>('plugin::portal.webhooks.endpoints') ?? []).find((each) => each.name === name)?.secret;
  return {
    /** Sealed for the webhook of an id. */
    seal: (id: number, secret: string): string => getService(strapi, 'sealing', sealing).seal(secret, ownerOf(id)),
    /** Throws where it was sealed with a secret that is gone, or left the file: make a new one. */
    of({ id, sealed, fileName }: Pick<WebhookRow, 'id' | 'sealed' | 'fileName'>): string {
      const secret = fileName === null ? sealed && getService(strapi, 'sealing', sealing).open(sealed, ownerOf(id)) : inFile(fileName);
      if (!secret) throw new Error('This webhook has no key.');
      return secret;
    },
  };
};
