import type { ChatSeat } from '../../../../contracts/chat';
import type { Agent } from '../../../../contracts/desk';
import { after, minutes, now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import type { ChatSeatRow } from '../rows';

/** Without a sign of him for so long, an agent is gone. */
export const goneAfter = minutes(2);
const signEvery = seconds(20);
const openSql = `select agent_id as "agentId", count(*) as "open" from portal_chats where state = 'open' group by agent_id`;

/** An agent who takes chats now, with what he has and what he would take. */
export type Seated = Agent & { open: number; most: number };

/** Who takes chats. */
export const chatSeats = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ChatSeatRow>(strapi, 'chat-seat');
  const signed = new Map<number, number>();
  const standard = (): number => getService(strapi, 'policies', policies).chatRules().mostPerAgent;
  const openOf = async (): Promise<Map<number, number>> => new Map((await readRows<{ agentId: number; open: number | string }>(strapi, openSql)).map(({ agentId, open }) => [agentId, Number(open)]));

  return {
    async of(agent: { id: number }): Promise<ChatSeat> {
      const row = await table.findOne({ where: { agentId: agent.id } });
      const isHere = row !== null && row.available && new Date(row.seenAt) > after(now(), -goneAfter);
      return { available: isHere, most: row?.most ?? standard(), open: (await openOf()).get(agent.id) ?? 0 };
    },

    /** Says whether he takes chats, and how many; those that he has he keeps. */
    async put({ id, name }: Agent, { available, most }: { available: boolean; most?: number | undefined }): Promise<void> {
      await putRow<ChatSeatRow>(strapi, 'chat-seat', { agentId: id }, { agentName: name, available, seenAt: now(), ...(most === undefined ? {} : { most }) });
    },

    /** His row, made where there is none: what holds him while he takes a chat. */
    async row({ id, name }: Agent): Promise<ChatSeatRow> {
      const found = await table.findOne({ where: { agentId: id } });
      if (found) return found;
      await putRow<ChatSeatRow>(strapi, 'chat-seat', { agentId: id }, { agentName: name, available: false, seenAt: now() });
      return (await table.findOne({ where: { agentId: id } }))!;
    },

    /** A sign of agents: they called, or have a page open. Written every twenty seconds at most. */
    async sign(ids: number[]): Promise<void> {
      const moment = now().getTime();
      const due = ids.filter((id) => moment - (signed.get(id) ?? 0) >= signEvery);
      if (due.length === 0) return;
      for (const id of due) signed.set(id, moment);
      await writeStatement(strapi, `update portal_chat_seats set seen_at = ? where agent_id in (${due.map(() => '?').join(', ')})`, [new Date(moment), ...due]);
    },

    /** Those who take chats now. */
    async here(): Promise<Seated[]> {
      const found = await table.findMany({ where: { available: true, seenAt: { $gt: after(now(), -goneAfter) } }, orderBy: { id: 'asc' }, limit: 500 });
      const open = await openOf();
      return found.map(({ agentId, agentName, most }) => ({ id: agentId, name: agentName, open: open.get(agentId) ?? 0, most: most ?? standard() }));
    },

    /** Sets away whom nobody has seen for too long; answers whose chats go back to the queue. */
    async vanished(): Promise<number[]> {
      const gone = await table.findMany({ where: { seenAt: { $lte: after(now(), -goneAfter) } }, limit: 500 });
      const open = await openOf();
      const away = gone.filter(({ available }) => available).map(({ agentId }) => agentId);
      if (away.length > 0) await table.updateMany({ where: { agentId: { $in: away }, seenAt: { $lte: after(now(), -goneAfter) } }, data: { available: false } });
      return gone.filter(({ agentId }) => (open.get(agentId) ?? 0) > 0).map(({ agentId }) => agentId);
    },
  };
};
