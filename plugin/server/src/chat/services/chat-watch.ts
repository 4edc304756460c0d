import { after, days, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows, writeStatement } from '../../platform/statements';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { eventLine } from '../lines';
import type { ChatRow } from '../rows';
import { chatBlocks } from './chat-blocks';
import { chatEndings } from './chat-endings';
import { chatLines } from './chat-lines';
import type { AfterCommit } from './chat-lines';
import { chatSeats } from './chat-seats';
import { chatWork } from './chat-work';

type Then = (chat: ChatRow, afterCommit: AfterCommit) => Promise<unknown>;
const silentSql = `select id from portal_chats where state in ('open', 'waiting') and last_word_at <= ? order by id limit 200`;

/** What happens in chats when nobody does anything. Run by every node: each chat is held and looked at again before. */
export const chatWatch = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);
  const rules = () => getService(strapi, 'policies', policies).chatRules();
  const silentSince = (): Date => after(now(), -minutes(rules().silenceMinutes));

  /** One that fails holds up no other. */
  const each = async (ids: number[], then: Then): Promise<void> => {
    for (const id of ids) await lines().locked('id = ?', [id], then).catch((error: unknown) => strapi.log.error(`A chat could not be looked after: ${saidBy(error)}. It will be tried again.`));
  };

  return {
    /** Gives the chats of agents who are gone back to the queue, at their old place. */
    async freeVanished(): Promise<void> {
      const gone = await getService(strapi, 'chat-seats', chatSeats).vanished();
      for (const agentId of gone) {
        const ids = (await lines().many(`agent_id = ? and state = 'open' order by id`, [agentId])).map(({ id }) => id);
        await each(ids, async (chat, afterCommit) => {
          if (chat.state !== 'open' || chat.agentId !== agentId) return;
          await lines().add(chat, [eventLine('agent_left', chat.agentName ?? '')], { state: 'waiting', agentId: null, agentName: null }, afterCommit);
        });
      }
      if (gone.length > 0) await getService(strapi, 'chat-work', chatWork).tellWaiting();
    },

    /** Ends open chats in which nobody writes any more; what waited as long without a word is left to be answered later. */
    async endSilent(): Promise<void> {
      const ids = (await readRows<{ id: number }>(strapi, silentSql, [silentSince()])).map(({ id }) => id);
      await each(ids, async (chat, afterCommit) => {
        if (new Date(chat.lastWordAt) > silentSince()) return;
        if (chat.state === 'waiting') await lines().add(chat, [eventLine('left_message')], { state: 'left' }, afterCommit);
        if (chat.state === 'open') await getService(strapi, 'chat-endings', chatEndings).end(chat, eventLine('ended_by_silence'), afterCommit);
      });
    },

    /** Forgets from which network guests came, a day after their chat, and blocks that are over. */
    async forget(): Promise<void> {
      await writeStatement(strapi, `update portal_chats set address_hash = null where address_hash is not null and state in ('ended', 'left') and last_word_at < ?`, [after(now(), -days(1))]);
      await getService(strapi, 'chat-blocks', chatBlocks).forgetOld();
    },
  };
};
