import { customers } from '../../accounts/services/customers';
import { replyTokensIn } from '../../mail/reply-address';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Report } from '../bounce-report';
import { openOwnReply } from '../inbound-settings';
import { sentMails } from './sent-mails';

/** Mails of ours that came back. */
export const bounces = ({ strapi }: { strapi: Strapi }) => {
  const sealedFor = async (messageIds: string[]): Promise<string[]> => {
    const ids = messageIds.flatMap(replyTokensIn).flatMap((token) => openOwnReply(strapi, token)?.customerId ?? []);
    return (await getService(strapi, 'customers', customers).contacts([...new Set(ids)])).map(({ email }) => email);
  };

  return {
    /**
     * Marks the addresses that a report is about, and answers them. Only those to which we really sent what came
     * back: who writes a report himself cannot keep our mails from others.
     */
    async mark({ kind, detail, returned }: Report): Promise<string[]> {
      const sent = (await getService(strapi, 'sent-mails', sentMails).byMessageIds(returned)).map(({ to }) => to);
      const addresses = [...new Set([...sent, ...(await sealedFor(returned))].map((each) => each.toLowerCase()))];
      for (const address of addresses) await getService(strapi, 'bounced-addresses', bouncedAddresses).markBounced(address, kind === 'hard' ? 'hard' : 'soft', detail);
      return addresses;
    },
  };
};
