import type { ChatDoor } from '../../../../contracts/chat';
import type { Language } from '../../../../contracts/accounts';
import { after, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { afterOpenTime, isOpen } from '../../service-levels/business-hours';
import { serviceLevels } from '../../service-levels/services/service-levels';
import type { ChatRow } from '../rows';
import { chatSeats } from './chat-seats';

const waitingSql = `select count(*) as "total" from portal_chats where state = 'waiting'`;
const aheadSql = `${waitingSql} and (waiting_since < ? or (waiting_since = ? and id < ?))`;

/** What visitors are told of the desk: whether somebody is there, and how long the queue is. */
export const chatDoor = ({ strapi }: { strapi: Strapi }) => {
  const rules = () => getService(strapi, 'policies', policies).chatRules();
  const total = async (sql: string, bindings: (Date | number)[] = []): Promise<number> => Number((await readRows<{ total: number | string }>(strapi, sql, bindings))[0]?.total ?? 0);

  /** Start of the next office hours; null where they are open, do not count, or never come. */
  const opensAt = async (): Promise<Date | null> => {
    const { hours } = await getService(strapi, 'service-levels', serviceLevels).current();
    if (!rules().officeHours || isOpen(hours, now())) return null;
    const first = afterOpenTime(hours, now(), 1);
    return first && after(first, -1);
  };

  const service = async (): Promise<ChatDoor['service']> => {
    const { hours } = await getService(strapi, 'service-levels', serviceLevels).current();
    if (rules().officeHours && !isOpen(hours, now())) return 'closed';
    const here = await getService(strapi, 'chat-seats', chatSeats).here();
    if (here.length === 0) return 'closed';
    return here.some(({ open, most }) => open < most) ? 'open' : 'busy';
  };

  return {
    service,
    /** How many wait before a chat; null for one that does not wait. */
    ahead: async ({ id, state, waitingSince }: Pick<ChatRow, 'id' | 'state' | 'waitingSince'>): Promise<number | null> =>
      state === 'waiting' ? total(aheadSql, [new Date(waitingSince), new Date(waitingSince), id]) : null,

    /** All but his own chat. A customer is asked nothing; who leaves something to be answered later has to say where. */
    async show(language: Language, isCustomer: boolean): Promise<Omit<ChatDoor, 'current'>> {
      const { askEmail, greeting } = rules();
      const now = await service();
      const email = now === 'closed' && askEmail === 'optional' ? 'required' : askEmail;
      const opens = await opensAt();
      return { service: now, opensAt: opens && opens.toISOString(), ahead: await total(waitingSql), ask: isCustomer ? { name: 'no', email: 'no' } : { name: 'optional', email }, greeting: greeting[language] || greeting.en };
    },
  };
};
