import { createHmac } from 'node:crypto';
import type { Agent } from '../../../../contracts/desk';
import { after, hours as inHours, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { rows } from '../../platform/rows';
import { sealingSecret } from '../../platform/secrets';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { ChatBlockRow, ChatRow } from '../rows';
import type { ChatVisitor } from '../visitor';

/** Who begins no chat for a while. */
export const chatBlocks = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ChatBlockRow>(strapi, 'chat-block');

  /** What is kept of a network: nobody without the installation's secret can go back from it, or try all there are. */
  const addressHash = (network: string): string => createHmac('sha256', sealingSecret(strapi)).update(`chat address ${network}`).digest('hex').slice(0, 32);

  return {
    addressHash,

    /** 403 `chat_blocked` for somebody who was blocked and whose time is not over. A customer is known by himself, whatever network he calls from. */
    async refuse({ viewer, hash, network }: ChatVisitor): Promise<void> {
      const subjects = viewer ? [`customer ${viewer.customerId}`] : [`address ${addressHash(network)}`, ...(hash ? [`visitor ${hash}`] : [])];
      const found = await table.findOne({ where: { subject: { $in: subjects }, until: { $gt: now() } } });
      if (found) throw new Refusal('chat_blocked', 'You cannot chat at present. Send a request instead.');
    },

    /** Blocks whoever wrote a chat, in the caller's transaction: a guest by his token and his network, as long as that is known. */
    async add(chat: ChatRow, { hours, reason }: { hours: number; reason: string }, agent: Agent): Promise<void> {
      const subjects = chat.customerId === null ? [`visitor ${chat.visitorHash}`, ...(chat.addressHash ? [`address ${chat.addressHash}`] : [])] : [`customer ${chat.customerId}`];
      for (const subject of subjects) await insertRow<ChatBlockRow>(strapi, 'chat-block', { subject, until: after(now(), inHours(hours)), reason, agentName: agent.name });
    },

    /** Those that are over say something of somebody for no purpose. */
    forgetOld: () => table.deleteMany({ where: { until: { $lt: now() } } }),
  };
};
